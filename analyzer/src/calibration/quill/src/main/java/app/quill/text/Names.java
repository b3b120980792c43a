package app.quill.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.Soundex;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.WordUtils;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

public final class Names {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  private Names() {}

  /** The title as a part of an address. */
  public static String slug(String title) {
    String plain = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("");
    return StringUtils.strip(GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-"), "-");
  }

  public static List<String> slugs(List<String> titles) {
    List<String> slugs = new ArrayList<>(titles.size());
    for (String title : titles) {
      slugs.add(slug(title));
    }
    return slugs;
  }

  public static List<String> similar(String name, List<String> others, double least) {
    return others.stream().filter(other -> SIMILARITY.apply(name, other) >= least).toList();
  }

  /** Pairs of authors that are probably the same. */
  public static int duplicates(List<String> names) {
    LevenshteinDistance distance = new LevenshteinDistance(2);
    int pairs = 0;
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (distance.apply(names.get(i), names.get(j)) >= 0) {
          pairs++;
        }
      }
    }
    return pairs;
  }

  public static Map<String, List<String>> bySound(List<String> names) {
    Soundex soundex = new Soundex();
    Map<String, List<String>> groups = new HashMap<>();
    for (String name : names) {
      groups.computeIfAbsent(soundex.encode(name), key -> new ArrayList<>()).add(name);
    }
    return groups;
  }

  public static String blurb(String template, Map<String, String> values) {
    return new StringSubstitutor(values).replace(template);
  }

  public static String column(String text, int width) {
    return WordUtils.wrap(text, width);
  }

  public static String abbreviate(String title) {
    return StringUtils.abbreviate(StringUtils.normalizeSpace(title), 24);
  }

  public static String initials(String name) {
    return WordUtils.initials(name);
  }
}
