package org.sandpiper.lab.portal;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

public class CachedTerminology implements Terminology {
  private final Terminology inner;
  private final Cache<String, String> cache = CacheBuilder.newBuilder().maximumSize(10_000).build();

  public CachedTerminology(Terminology inner) {
    this.inner = inner;
  }

  @Override
  public String loinc(String analyte) throws IOException {
    try {
      return cache.get(analyte, () -> inner.loinc(analyte));
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  public void put(String analyte, String loinc) {
    cache.put(analyte, loinc);
  }

  public String known(String analyte) {
    return cache.getIfPresent(analyte);
  }
}
