package dev.concur.model;

/** What sort of thread runs a method. */
public enum Runner {
  PLATFORM,
  POOL,
  COMMON_POOL,
  VIRTUAL,
  EVENT_LOOP,
  UI,
  UNKNOWN
}
