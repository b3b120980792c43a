/** A task that waits for another task of the same pool, which waits for a free thread. */
package dev.concur.samples.poolselfwait;
