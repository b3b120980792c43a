/** A function of a pipeline that waits, on whatever thread the signals come. */
package dev.concur.samples.blockinginreactiveoperator;
