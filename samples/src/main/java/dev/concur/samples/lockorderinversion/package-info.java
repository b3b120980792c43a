/** Two locks, taken in one order here and in the other order there. */
package dev.concur.samples.lockorderinversion;
