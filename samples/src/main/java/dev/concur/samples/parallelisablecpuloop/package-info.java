/** Heavy loops whose turns have nothing to do with each other, on one core. */
package dev.concur.samples.parallelisablecpuloop;
