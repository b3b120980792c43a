package dev.concur;

import dev.concur.rule.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A suppression outside the code, from {@code .concur/suppressions} or {@code concur.yml}.
 *
 * @param rule id of the rule, or {@code *} for all
 * @param where pattern for the class as in {@link NameFilter}, with {@code #method} or without, or
 *     the id of a finding
 * @param justification the user's words, or empty
 * @param from file and line, or key, that says so
 */
public record KnownFinding(String rule, String where, String justification, String from) {

  /** What is said of one in {@code concur.yml}. */
  static final List<String> KEYS = List.of("rule", "where", "justification");

  Declaration declaration() {
    return new Declaration(
        from,
        rule,
        finding -> where.equals(finding.id()) || coversPlace(finding),
        new Finding.Suppression("configuration", justification),
        Optional.empty());
  }

  private boolean coversPlace(Finding finding) {
    int hash = where.indexOf('#');
    String className = hash < 0 ? where : where.substring(0, hash);
    String method = hash < 0 ? "" : where.substring(hash + 1);
    return NameFilter.pattern(className).matcher(finding.at().className()).matches()
        && (method.isEmpty() || method.equals(enclosing(finding.at().method())));
  }

  /** The method somebody wrote: a lambda's body belongs to the method around it. */
  private static String enclosing(String method) {
    return method.startsWith("lambda$") && method.lastIndexOf('$') > "lambda$".length()
        ? method.substring("lambda$".length(), method.lastIndexOf('$'))
        : method;
  }
}
