/** Advice measured on this machine: benchmarks generated, forked, judged. */
package dev.concur.verify;
