package io.bandstand.domain;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** An event on one stage. */
public record Show(
    long id,
    String title,
    String stage,
    LocalDateTime starts,
    Duration length,
    Money basePrice,
    List<String> artists) {

  public Show {
    artists = List.copyOf(artists);
  }

  public LocalDateTime ends() {
    return starts.plus(length);
  }

  public boolean overlaps(Show other) {
    return stage.equals(other.stage)
        && starts.isBefore(other.ends())
        && other.starts.isBefore(ends());
  }

  public boolean features(String artist) {
    return artists.stream().anyMatch(a -> a.equalsIgnoreCase(artist));
  }

  public Show movedTo(LocalDateTime when) {
    return new Show(id, title, stage, when, length, basePrice, artists);
  }
}
