/** Waiting for a person, which takes as long as it takes. */
package dev.concur.samples.interactivewait;
