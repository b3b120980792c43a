/** Waiting for a future on a thread that was never to wait. */
package dev.concur.samples.blockinasynccontext;
