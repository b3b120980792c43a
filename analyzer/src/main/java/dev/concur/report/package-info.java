/** One report, many writers. */
package dev.concur.report;
