/** A thousand threads in front of ten connections. */
package dev.concur.samples.unboundedvttoboundedresource;
