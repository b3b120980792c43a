/** Changes of source text that are safe enough to be proposed as a patch; nothing is written. */
package dev.concur.read.edit;
