package com.kittiwake.freight.customs;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Compares parties with the lists of denied ones. */
public final class PartyScreening {
  private static final double ALARM = 0.93;
  private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
  private final List<String> denied = new ArrayList<>();
  private final Set<String> exact = new TreeSet<>();

  public PartyScreening(Iterable<String> names) {
    for (String name : names) {
      String plain = plain(name);
      denied.add(plain);
      exact.add(plain);
    }
  }

  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\p{L} ]", " ")
        .toUpperCase(Locale.ROOT)
        .strip();
  }

  public boolean onList(String name) {
    return exact.contains(plain(name));
  }

  public List<String> suspects(String name) {
    String plain = plain(name);
    return denied.stream().filter(d -> similarity.apply(plain, d) > ALARM).toList();
  }

  public int nearest(String name) {
    LevenshteinDistance distance = new LevenshteinDistance(12);
    String plain = plain(name);
    int best = Integer.MAX_VALUE;
    for (String d : denied) {
      int n = distance.apply(plain, d);
      if (n >= 0 && n < best) {
        best = n;
      }
    }
    return best;
  }
}
