/** Readers who keep each other out, though none of them changes anything. */
package dev.concur.samples.readmostlylock;
