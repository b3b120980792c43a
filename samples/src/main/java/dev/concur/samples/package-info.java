/** Wrong beside right, one package per rule. */
package dev.concur.samples;
