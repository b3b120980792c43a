/**
 * The user's own method, run in a jailed worker JVM with made-up arguments and its waits replaced.
 * Generated benchmarks call {@link dev.concur.verify.live.LiveTask}; nothing here runs in the JVM
 * that scans.
 */
package dev.concur.verify.live;
