package com.pawlane.clinic.util;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

public final class Slugs {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

  private Slugs() {}

  public static String slug(String title) {
    String plain = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("");
    String dashed = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    return dashed.replaceAll("^-|-$", "");
  }
}
