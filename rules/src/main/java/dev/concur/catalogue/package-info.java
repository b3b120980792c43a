/** What we know of foreign APIs: which waits for what, which computes, which locks or starts work. */
package dev.concur.catalogue;
