/** Sources that do not compile, made into class files as far as their names can be resolved. */
package dev.concur.read.source;
