package com.harbor.infra;

/** Something that others add. */
public interface Plugin {
  String name();

  long price(int moves);
}
