/** Sent away to be waited for on the spot. */
package dev.concur.samples.asyncovercpu;
