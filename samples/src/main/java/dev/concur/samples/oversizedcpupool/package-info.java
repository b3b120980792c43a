/** Sixty-four threads, and nothing for them to wait for. */
package dev.concur.samples.oversizedcpupool;
