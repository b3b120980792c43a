/** What the desk is about: orders, prices, and the services it asks. */
package dev.concur.samples.desk;
