/** Waiting for another program with the key in the pocket. */
package dev.concur.samples.processwaitunderlock;
