/** Waiting for a program that waits for somebody to read what it says. */
package dev.concur.samples.processpipedeadlock;
