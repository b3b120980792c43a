/** Class bytes in, class bytes out: stubbed waiting and changed locks for verification. */
package dev.concur.weave;
