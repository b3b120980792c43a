package io.bandstand.artist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Artists as the rest of the office sees them: cached one by one, and a register by country. */
public class ArtistDirectory {

  private final ArtistClient client;
  private final Cache<Long, Artist> cache;
  private final Supplier<ImmutableListMultimap<String, Artist>> register;

  public ArtistDirectory(ArtistClient client, int most, Duration keep) {
    this.client = client;
    this.cache = Caffeine.newBuilder().maximumSize(most).expireAfterWrite(keep).build();
    this.register =
        Suppliers.memoizeWithExpiration(
            () -> Multimaps.index(client.all(), Artist::country),
            keep.toMillis(),
            java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  /** Asks the agency only when nobody has asked lately. */
  public Optional<Artist> find(long id) {
    return Optional.ofNullable(cache.get(id, key -> client.fetch(key).orElse(null)));
  }

  /** What is known without asking. */
  public Optional<Artist> peek(long id) {
    return Optional.ofNullable(cache.getIfPresent(id));
  }

  public Artist reload(long id) {
    Artist fresh = client.fetch(id).orElseThrow();
    cache.put(id, fresh);
    return fresh;
  }

  public void forget() {
    cache.invalidateAll();
  }

  public List<Artist> from(String country) {
    return register.get().get(country);
  }

  public static List<Artist> headliners(Collection<Artist> artists, int count) {
    return artists.stream()
        .sorted(
            Comparator.comparingInt(Artist::followers).reversed().thenComparing(Artist::sortName))
        .limit(count)
        .toList();
  }
}
