/** The one thread that draws the window, waiting for somebody else. */
package dev.concur.samples.blockingoneventloop;
