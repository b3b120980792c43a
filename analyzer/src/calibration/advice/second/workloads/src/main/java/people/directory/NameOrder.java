package people.directory;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** How names are put in order in this country. */
public final class NameOrder implements Comparator<String> {
  public static final NameOrder NATIONAL = new NameOrder(Locale.GERMANY);

  private final Collator collator;

  public NameOrder(Locale locale) {
    collator = Collator.getInstance(locale);
    collator.setStrength(Collator.SECONDARY);
  }

  @Override
  public int compare(String a, String b) {
    return collator.compare(a, b);
  }
}
