package com.kittiwake.freight.customs;

import com.kittiwake.freight.model.Declaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers what cannot change any more. */
final class CachingCustomsGateway implements CustomsGateway {
  private final CustomsGateway inner;
  private final ConcurrentMap<String, CustomsStatus> released = new ConcurrentHashMap<>();

  CachingCustomsGateway(CustomsGateway inner) {
    this.inner = inner;
  }

  @Override
  public String submit(Declaration declaration) throws IOException {
    String mrn = inner.submit(declaration);
    released.remove(mrn);
    return mrn;
  }

  @Override
  public CustomsStatus status(String mrn) {
    if (released.size() > 10_000) {
      released.clear();
    }
    return released.computeIfAbsent(
        mrn,
        key -> {
          try {
            return inner.status(key);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  boolean knows(String mrn) {
    return released.containsKey(mrn);
  }
}
