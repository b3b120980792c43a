/** A method that promises to be quick, and waits before it promises. */
package dev.concur.samples.asyncmethodblocksfirst;
