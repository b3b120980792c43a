/** A log line inside a monitor, on a virtual thread, from 21 to 23. */
package dev.concur.samples.logginglockinpinnedregion;
