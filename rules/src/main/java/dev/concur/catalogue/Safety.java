package dev.concur.catalogue;

/** Whether several threads may use one object of a type at the same time. */
public enum Safety {
  SAFE,
  UNSAFE
}
