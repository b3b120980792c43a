/** More work to share out than to do. */
package dev.concur.samples.tinyparallelstream;
