/** A stage that waits, on whatever thread happened to bring the answer. */
package dev.concur.samples.blockinginnonasyncstage;
