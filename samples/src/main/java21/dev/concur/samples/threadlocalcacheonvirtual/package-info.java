/** A store for each thread, where every task is a new thread. */
package dev.concur.samples.threadlocalcacheonvirtual;
