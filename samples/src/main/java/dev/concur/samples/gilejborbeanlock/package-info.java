/** A bean that its container lets one caller use at a time. */
package dev.concur.samples.gilejborbeanlock;
