/** Bytecode and source read into facts. */
package dev.concur.read;
