/** A program as the rules see it: values and one query interface, free of any bytecode. */
package dev.concur.model;
