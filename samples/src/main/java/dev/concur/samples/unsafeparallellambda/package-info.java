/** Many hands writing on one sheet. */
package dev.concur.samples.unsafeparallellambda;
