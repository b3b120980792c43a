package dev.concur.calibration.shop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Searches and formats text. */
public final class Texts {

  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}");
  private static final Pattern SKU = Pattern.compile("[A-Z]{2}-\\d{4}");

  private Texts() {}

  public static List<String> mailsIn(String document) {
    List<String> found = new ArrayList<>();
    Matcher matcher = MAIL.matcher(document);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  public static boolean isSku(String text) {
    return SKU.matcher(text).matches();
  }

  public static Map<String, Integer> wordCounts(String document) {
    Map<String, Integer> counts = new HashMap<>();
    for (String word : document.toLowerCase(Locale.ROOT).split("\\W+")) {
      counts.merge(word, 1, Integer::sum);
    }
    return counts;
  }

  public static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
        } else {
          int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          table[i][j] =
              Math.min(
                  table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        }
      }
    }
    return table[a.length()][b.length()];
  }

  public static String csv(List<Order> orders) {
    StringBuilder text = new StringBuilder();
    for (Order order : orders) {
      text.append(order.id()).append(';').append(order.customer()).append(';');
      text.append(String.format(Locale.ROOT, "%.2f", order.total())).append('\n');
    }
    return text.toString();
  }

  public static int sumIn(String text) {
    int sum = 0;
    try (Scanner scanner = new Scanner(text)) {
      while (scanner.hasNextInt()) {
        sum += scanner.nextInt();
      }
    }
    return sum;
  }

  public static String slug(String title) {
    return title.trim().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  public static String initials(String name) {
    return Arrays.stream(name.split(" "))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1))
        .collect(Collectors.joining());
  }

  public static String token(long id, String secret) {
    return Base64.getUrlEncoder()
        .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  public static boolean palindrome(String text) {
    int from = 0;
    int to = text.length() - 1;
    while (from < to) {
      if (text.charAt(from++) != text.charAt(to--)) {
        return false;
      }
    }
    return true;
  }
}
