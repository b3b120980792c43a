package dev.concur.catalogue;

/** How many objects of a class a container makes. */
public enum BeanScope {
  /** One for all callers. */
  SINGLETON,
  /** One for each user's session. */
  SESSION,
  /** One for each request. */
  REQUEST,
  /** One for each place that asks. */
  PROTOTYPE,
  /** One for each call, out of a pool: never shared at the same time. */
  POOLED
}
