/** Which remedy pays on this machine, by how much, and what would refute it. */
package dev.concur.advise;
