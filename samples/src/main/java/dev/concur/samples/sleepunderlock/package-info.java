/** Asleep with the key in the pocket. */
package dev.concur.samples.sleepunderlock;
