/** Tasks that are less work than giving them away. */
package dev.concur.samples.tinytaskhandoff;
