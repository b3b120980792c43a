package dev.concur.calibration.press;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A text with a title and tags. */
public final class Article implements Comparable<Article> {

  private final String title;
  private final String text;
  private final List<String> tags;
  private final Instant published;
  private int words = -1;

  public Article(String title, String text, List<String> tags, Instant published) {
    this.title = Objects.requireNonNull(title);
    this.text = text;
    this.tags = List.copyOf(tags);
    this.published = published;
  }

  public String title() {
    return title;
  }

  public String text() {
    return text;
  }

  public List<String> tags() {
    return tags;
  }

  public boolean tagged(String tag) {
    return tags.contains(tag);
  }

  public boolean isNewerThan(Article other) {
    return published.isAfter(other.published);
  }

  /** Counted once. */
  public int words() {
    if (words < 0) {
      words = text.split("\\s+").length;
    }
    return words;
  }

  @Override
  public int compareTo(Article other) {
    return title.compareTo(other.title);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Article article
        && title.equals(article.title)
        && published.equals(article.published);
  }

  @Override
  public int hashCode() {
    return Objects.hash(title, published);
  }

  @Override
  public String toString() {
    return "Article[" + title + ", " + tags.size() + " tags]";
  }
}
