/** The command line. */
package dev.concur.cli;
