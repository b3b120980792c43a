package com.harbor.billing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class DunningLetters {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-zA-Z0-9.]*)}");

  public String fill(String template, Map<String, String> values) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder out = new StringBuilder(template.length() * 2);
    while (matcher.find()) {
      String value = values.getOrDefault(matcher.group(1), "");
      matcher.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(out).toString();
  }

  public String salutation(String name, boolean friendly) {
    return (friendly ? "Dear " : "To ") + name.strip() + (friendly ? "," : ":");
  }
}
