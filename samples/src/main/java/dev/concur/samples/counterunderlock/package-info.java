/** A lock around a single plus one. */
package dev.concur.samples.counterunderlock;
