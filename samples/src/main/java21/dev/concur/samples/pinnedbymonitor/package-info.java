/** A monitor that keeps the carrier of a virtual thread busy with waiting, from 21 to 23. */
package dev.concur.samples.pinnedbymonitor;
