/** What waits, and what only looks as if it did. Labels, no findings. */
package dev.concur.samples.ioboundmethod;
