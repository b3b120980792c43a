/**
 * What we know of APIs whose body is not read: which calls wait, compute, call back, start work or
 * lock. The knowledge is plain text, one signature a line, in the {@code .api} files beside the
 * resources of this package; their format is in {@code README.md} there.
 */
package dev.concur.catalogue;
