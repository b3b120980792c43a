/** Files read on virtual threads: the carrier waits for the disk like anybody. */
package dev.concur.samples.fileioheavyonvirtual;
