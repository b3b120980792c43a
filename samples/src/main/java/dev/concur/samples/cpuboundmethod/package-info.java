/** What computes, and what is too little to speak of. Labels, no findings. */
package dev.concur.samples.cpuboundmethod;
