package dev.concur.catalogue;

/** What an annotation of others says of a method; trusted less than evidence. */
public enum Claim {
  BLOCKING,
  NONBLOCKING
}
