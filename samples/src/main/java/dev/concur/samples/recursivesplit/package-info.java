/** Two halves that have nothing to do with each other, one after the other. */
package dev.concur.samples.recursivesplit;
