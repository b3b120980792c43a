/** What looks guilty and is not. Everything here must stay silent. */
package dev.concur.samples.innocent;
