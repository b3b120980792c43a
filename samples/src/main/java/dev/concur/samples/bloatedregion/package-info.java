/** A lock held while doing sums on the back of an envelope. */
package dev.concur.samples.bloatedregion;
