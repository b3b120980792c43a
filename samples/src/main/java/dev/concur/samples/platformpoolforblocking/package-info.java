/** A handful of expensive threads that spend their days waiting. */
package dev.concur.samples.platformpoolforblocking;
