/** Asking again and again, as fast as a core can ask. */
package dev.concur.samples.spinwait;
