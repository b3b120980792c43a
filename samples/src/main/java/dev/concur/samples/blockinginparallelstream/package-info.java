/** A parallel stream that waits: as many questions at a time as there are cores. */
package dev.concur.samples.blockinginparallelstream;
