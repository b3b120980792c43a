/** Work behind a lock that is not ours to change: only another process has another lock. */
package dev.concur.samples.processcandidate;
