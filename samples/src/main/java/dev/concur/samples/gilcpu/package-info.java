/**
 * One lock for all, held while computing: a second core changes nothing, a second thread makes it
 * worse.
 */
package dev.concur.samples.gilcpu;
