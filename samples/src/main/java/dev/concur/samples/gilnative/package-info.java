/** Native code that may be entered by one thread at a time. */
package dev.concur.samples.gilnative;
