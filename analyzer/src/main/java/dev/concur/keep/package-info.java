/** Records that outlive a run: how they are written to files, and the folder they are found in. */
package dev.concur.keep;
