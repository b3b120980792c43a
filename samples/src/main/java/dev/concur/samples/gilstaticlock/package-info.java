/**
 * One static lock around a whole class: whoever uses the class, waits for everybody else who does.
 */
package dev.concur.samples.gilstaticlock;
