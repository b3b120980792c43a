/** One key for two rooms that have nothing to do with each other. */
package dev.concur.samples.disjointstatelock;
