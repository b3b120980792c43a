/** Virtual threads are cheap to wait on. They add no core to compute on. */
package dev.concur.samples.cpuboundonvirtual;
