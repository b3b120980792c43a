package dev.concur.model;

import java.util.Locale;

/** How many objects share one lock. */
public enum Scope {
  /** One for the process: a static field, a class, a singleton. */
  GLOBAL,
  /** One of few objects that many callers share: a handler, a pool, a cache, a connection. */
  SHARED_INSTANCE,
  PER_INSTANCE,
  PER_KEY,
  /** Never leaves the method or the thread. */
  LOCAL,
  UNKNOWN;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
