/** An excuse for something that is not there any more. */
package dev.concur.samples.unusedsuppression;
