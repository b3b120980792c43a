/** What the user named, found: class bytes, their sources, and the libraries to resolve against. */
package dev.concur.input;
