package dev.concur.verify;

import dev.concur.advise.Experiment;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes in which a lock is taken: that of the subject, and those that the name of the lock
 * speaks of, each with all that is nested in it.
 */
final class LockClasses {

  private static final Pattern DOTTED = Pattern.compile("[\\w$]+(?:\\.[\\w$]+)+");

  private LockClasses() {}

  static Set<String> of(Experiment experiment) {
    Set<String> classes = new TreeSet<>();
    experiment.subject().ifPresent(subject -> classes.add(outermost(subject.owner())));
    Matcher names = DOTTED.matcher(experiment.lock());
    while (names.find()) {
      String name = names.group();
      classes.add(outermost(name));
      classes.add(outermost(name.substring(0, name.lastIndexOf('.'))));
    }
    return classes;
  }

  private static String outermost(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
