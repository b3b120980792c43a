/** One object for all, and all its methods synchronized. */
package dev.concur.samples.gilsingleton;
