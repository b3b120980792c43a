package dev.concur.maven;

import dev.concur.Nearest;
import dev.concur.UsageError;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The properties on Maven's command line that are meant for us. */
record OurProperties(Set<String> parameters) {

  private static final String OURS = "concur.";

  /**
   * Refuses a name that no goal has, since Maven would say nothing of a slip and the build would
   * pass or fail for another reason than was meant.
   *
   * @param said names on the command line
   * @param ofProject names that the POM has a meaning for, such as {@code concur.version}
   * @throws UsageError with the nearest name there is
   */
  void check(Collection<String> said, Collection<String> ofProject) {
    for (String name : said) {
      boolean ours = name.startsWith(OURS) && !ofProject.contains(name);
      if (ours && !parameters.contains(name.substring(OURS.length()))) {
        throw new UsageError(
            "no goal has a property '" + name + "'" + Nearest.question(name, whole()));
      }
    }
  }

  private Set<String> whole() {
    return parameters.stream().map(each -> OURS + each).collect(Collectors.toSet());
  }
}
