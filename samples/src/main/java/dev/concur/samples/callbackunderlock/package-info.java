/** A stranger is called with the key in the pocket; nobody knows what the stranger does. */
package dev.concur.samples.callbackunderlock;
