/** A chain of callbacks, where three plain lines would wait just as cheaply. */
package dev.concur.samples.callbackchainon21;
