/** Asking, sleeping, asking: late by half a nap, and busy all the same. */
package dev.concur.samples.pollsleeploop;
