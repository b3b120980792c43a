/** The front door: one request in, one report out. */
package dev.concur;
