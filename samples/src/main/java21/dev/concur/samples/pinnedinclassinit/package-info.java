/** Waiting in a class initialiser, with every other user of the class waiting too. */
package dev.concur.samples.pinnedinclassinit;
