/**
 * A shared lock held across a call that waits: not all work passes here, but all of it can get
 * stuck here.
 */
package dev.concur.samples.blockingunderlock;
