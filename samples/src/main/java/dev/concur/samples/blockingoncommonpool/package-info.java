/** The pool that everybody shares has as many threads as there are cores, and here they sleep. */
package dev.concur.samples.blockingoncommonpool;
