/** As many threads as there are tasks, and as many cores as ever. */
package dev.concur.samples.cputasksneedboundedpool;
