package dev.concur.catalogue;

/** What an object owns that is scarce or costly; a holder of such an object is commonly shared. */
public enum Role {
  CONNECTION,
  FILE,
  POOL,
  CACHE,
  THREAD,
  PROCESS,
  NATIVE,
  REGISTRY,
  /** Costly to make and therefore kept: parsers, mappers, factories, digests. */
  COSTLY
}
