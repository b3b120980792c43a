/** A new JVM for every letter: it starts longer than it works. */
package dev.concur.samples.processnotworthit;
