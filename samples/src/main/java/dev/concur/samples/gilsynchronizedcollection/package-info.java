/** A collection with a lock built in, one for the whole desk. */
package dev.concur.samples.gilsynchronizedcollection;
