package com.harbor.docs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

public final class Texts {

  private static final Pattern CODE = Pattern.compile("\\b([A-Z]{3}[UJZ])\\s?(\\d{6})-?(\\d)\\b");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  private Texts() {}

  /** All container codes that are mentioned. */
  public static Set<String> codes(String letter) {
    Set<String> codes = new HashSet<>();
    Matcher matcher = CODE.matcher(letter);
    while (matcher.find()) {
      codes.add(matcher.group(1) + matcher.group(2) + matcher.group(3));
    }
    return codes;
  }

  public static boolean isReference(String text) {
    return CODE.matcher(text).matches();
  }

  // miss: said cpu: it is asked for two names, which its parameters do not tell
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  /** The customer whose name was probably meant. */
  public static Optional<String> closest(String typed, List<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return names.stream()
        .min(
            java.util.Comparator.comparingInt(
                name -> distance(wanted, name.toLowerCase(Locale.ROOT))));
  }

  public static List<LocalDate> days(List<String> texts) {
    return texts.stream().map(text -> LocalDate.parse(text, DAY)).collect(Collectors.toList());
  }

  /** What was added and removed between two versions. */
  // miss: kind said maths: a table of numbers is filled, though for the sake of texts
  public static List<String> difference(List<String> before, List<String> after) {
    int[][] length = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        length[i][j] =
            before.get(i).equals(after.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<String> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() && j < after.size()) {
      if (before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        changes.add("-" + before.get(i++));
      } else {
        changes.add("+" + after.get(j++));
      }
    }
    before.subList(i, before.size()).forEach(line -> changes.add("-" + line));
    after.subList(j, after.size()).forEach(line -> changes.add("+" + line));
    return changes;
  }

  public static String initials(String name) {
    return java.util.Arrays.stream(name.split(" "))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  public static String shorten(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "\u2026";
  }
}
