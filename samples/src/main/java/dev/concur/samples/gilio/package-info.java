/**
 * One lock for all, held while waiting for a device: no number of threads helps until the lock
 * changes.
 */
package dev.concur.samples.gilio;
