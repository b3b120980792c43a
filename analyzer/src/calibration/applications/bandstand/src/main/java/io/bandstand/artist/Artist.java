package io.bandstand.artist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Somebody on a stage. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Artist(long id, String name, String country, List<String> genres, int followers) {

  public boolean plays(String genre) {
    return genres != null && genres.stream().anyMatch(g -> g.equalsIgnoreCase(genre));
  }

  /** "The Beatles" sorts under B. */
  public String sortName() {
    for (String article : List.of("The ", "Die ", "Les ", "Los ", "De ")) {
      if (name.startsWith(article)) {
        return name.substring(article.length()) + ", " + article.strip();
      }
    }
    return name;
  }
}
