/** Services that do all the work for one before they look at the next. */
package dev.concur.samples.onebyone;
