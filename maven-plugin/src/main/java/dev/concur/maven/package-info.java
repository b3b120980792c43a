/** The goals of the Maven plugin. */
package dev.concur.maven;
