/** Virtual threads kept in a pool, as if they were dear. */
package dev.concur.samples.pooledvirtualthreads;
