/** Wishes that a virtual thread does not grant. */
package dev.concur.samples.unsupportedthreadcalls;
