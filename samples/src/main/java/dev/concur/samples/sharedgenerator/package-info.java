/** One generator of random numbers that all threads draw from. */
package dev.concur.samples.sharedgenerator;
