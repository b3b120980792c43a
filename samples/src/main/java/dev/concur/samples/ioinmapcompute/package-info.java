/** Waiting inside a map, with a part of the map locked. */
package dev.concur.samples.ioinmapcompute;
