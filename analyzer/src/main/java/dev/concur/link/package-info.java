/** Facts and catalogue linked into a call graph with its values. */
package dev.concur.link;
