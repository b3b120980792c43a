package subtitles.translate;

import java.util.Map;
import java.util.TreeMap;

/** Longest match against a phrase table. Not safe for use by several threads. */
public class RuleTranslator implements Translator {
  private final Map<String, String> phrases;
  private final StringBuilder out = new StringBuilder();
  private int position;
  private String text;

  public RuleTranslator(Map<String, String> phrases) {
    this.phrases = new TreeMap<>(phrases);
  }

  @Override
  public String translate(String line) {
    text = line;
    position = 0;
    out.setLength(0);
    while (position < text.length()) {
      if (!phrase()) {
        out.append(text.charAt(position++));
      }
    }
    return out.toString();
  }

  private boolean phrase() {
    for (int end = Math.min(text.length(), position + 24); end > position; end--) {
      String replacement = phrases.get(text.substring(position, end));
      if (replacement != null) {
        out.append(replacement);
        position = end;
        return true;
      }
    }
    return false;
  }
}
