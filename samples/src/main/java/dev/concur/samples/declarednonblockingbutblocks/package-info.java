/** A promise in an annotation, broken in the code. */
package dev.concur.samples.declarednonblockingbutblocks;
