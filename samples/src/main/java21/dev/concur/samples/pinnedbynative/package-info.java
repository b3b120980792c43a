/** A native frame on the stack: no virtual thread leaves its carrier from there. */
package dev.concur.samples.pinnedbynative;
