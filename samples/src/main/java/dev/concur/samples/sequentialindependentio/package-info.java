/** Questions that have nothing to do with each other, asked one after the other. */
package dev.concur.samples.sequentialindependentio;
