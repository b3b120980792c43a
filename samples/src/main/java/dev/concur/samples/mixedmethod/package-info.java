/** Waiting and computing in one method, where they could go separate ways. */
package dev.concur.samples.mixedmethod;
