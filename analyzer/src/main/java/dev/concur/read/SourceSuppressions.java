package dev.concur.read;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code @SuppressWarnings("concur:rule-id")} of one source file. Each covers the lines of what
 * it stands on, and so the lambdas, local and anonymous classes in there.
 */
public final class SourceSuppressions {

  private static final String PREFIX = "concur";
  private static final Pattern COMMENT = Pattern.compile("//\\s*(.*\\S)");

  private SourceSuppressions() {}

  /**
   * One that was found.
   *
   * @param owner binary name of the named class it is in or on
   * @param method name of the method it is in or on, or empty
   * @param rule id of the rule, or {@code *} for all
   * @param line line it is on
   * @param first first line it covers
   * @param last last line it covers
   * @param justification comment behind it, or empty
   */
  public record Found(
      String owner,
      String method,
      String rule,
      int line,
      int first,
      int last,
      String justification) {

    /** What it says, as written. */
    public String text() {
      return rule.equals("*") ? PREFIX : PREFIX + ":" + rule;
    }
  }

  /** Whether it is worth parsing this text: most files have none. */
  public static boolean mayBeIn(String text) {
    return text.contains("\"" + PREFIX) && text.contains("@SuppressWarnings");
  }

  /** Those in a source text, in order; empty when the text does not parse. */
  public static Optional<List<Found>> in(String text) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false);
    ParseResult<CompilationUnit> parsed = new JavaParser(configuration).parse(text);
    if (!parsed.isSuccessful()) {
      return Optional.empty();
    }
    List<String> lines = text.lines().toList();
    List<Found> found = new ArrayList<>();
    parsed.getResult().ifPresent(unit -> unit.walk(node -> collect(node, lines, found)));
    found.sort(Comparator.comparingInt(Found::line).thenComparing(Found::rule));
    return Optional.of(found);
  }

  private static void collect(Node node, List<String> lines, List<Found> found) {
    if (node instanceof NodeWithAnnotations<?> annotated && node.getRange().isPresent()) {
      annotated
          .getAnnotationByName("SuppressWarnings")
          .ifPresent(each -> collect(each, node, lines, found));
    }
  }

  private static void collect(
      AnnotationExpr annotation, Node on, List<String> lines, List<Found> found) {
    Range covered = on.getRange().orElseThrow();
    for (StringLiteralExpr literal : annotation.findAll(StringLiteralExpr.class)) {
      String said = literal.asString();
      int line = literal.getRange().map(range -> range.begin.line).orElse(covered.begin.line);
      if (said.equals(PREFIX) || said.startsWith(PREFIX + ":")) {
        String rule = said.equals(PREFIX) ? "*" : said.substring(PREFIX.length() + 1).strip();
        String why = commentOn(lines.get(line - 1));
        found.add(
            new Found(
                Enclosing.owner(on),
                Enclosing.method(on),
                rule,
                line,
                covered.begin.line,
                covered.end.line,
                why));
      }
    }
  }

  private static String commentOn(String line) {
    Matcher matcher = COMMENT.matcher(line);
    return matcher.find() ? matcher.group(1) : "";
  }
}
