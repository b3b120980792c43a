package com.pawlane.clinic.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.pawlane.clinic.model.Owner;
import com.pawlane.clinic.persistence.OwnerDao;
import java.time.Duration;
import java.util.Optional;

/** Owners that were asked for lately. */
public class Directory {
  private final LoadingCache<Long, Owner> owners;
  private final Cache<String, String> nicknames = Caffeine.newBuilder().maximumSize(500).build();

  public Directory(OwnerDao dao, int size) {
    this.owners =
        Caffeine.newBuilder()
            .maximumSize(size)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build(dao::require);
  }

  public Owner owner(long id) {
    return owners.get(id);
  }

  public Optional<Owner> known(long id) {
    return Optional.ofNullable(owners.getIfPresent(id));
  }

  public void forget(long id) {
    owners.invalidate(id);
  }

  public String nickname(String name) {
    return nicknames.get(name, n -> n.substring(0, Math.min(3, n.length())).toLowerCase());
  }
}
