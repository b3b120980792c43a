/** Waiting for another thread with the key in the pocket, which that thread may need. */
package dev.concur.samples.futuregetunderlock;
