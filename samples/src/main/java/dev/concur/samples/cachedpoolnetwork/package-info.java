/** A thread for every question, however many come. */
package dev.concur.samples.cachedpoolnetwork;
