package mail.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts the letters of the inbox by language, for the teams that answer them. */
public class InboxSorter {
  private final LanguageDetector detector;

  public InboxSorter(LanguageDetector detector) {
    this.detector = detector;
  }

  public Map<String, List<Integer>> sort(List<String> letters) {
    Map<String, List<Integer>> teams = new TreeMap<>();
    for (int i = 0; i < letters.size(); i++) {
      String language = detector.detect(letters.get(i));
      teams.computeIfAbsent(language, l -> new ArrayList<>()).add(i);
    }
    return teams;
  }
}
