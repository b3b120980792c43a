package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.model.Confidence;
import dev.concur.model.Severity;
import dev.concur.report.RuleTexts.RuleText;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of a run, each with its page, in the order of their ids. */
final class SarifRules {

  private final List<String> ids;
  private final RuleTexts texts;
  private final Map<String, Finding> examples;

  private SarifRules(List<String> ids, RuleTexts texts, Map<String, Finding> examples) {
    this.ids = ids;
    this.texts = texts;
    this.examples = examples;
  }

  static SarifRules of(List<Advice> advice, List<KnownResult> absent, RuleTexts texts) {
    Map<String, Finding> examples = new TreeMap<>();
    advice.forEach(one -> examples.merge(one.finding().rule(), one.finding(), SarifRules::surer));
    Stream<String> ids =
        Stream.of(
                texts.ids().stream(),
                examples.keySet().stream(),
                absent.stream().map(KnownResult::rule))
            .flatMap(each -> each);
    return new SarifRules(ids.distinct().sorted().toList(), texts, examples);
  }

  private static Finding surer(Finding one, Finding other) {
    return one.confidence().compareTo(other.confidence()) >= 0 ? one : other;
  }

  int indexOf(String rule) {
    return ids.indexOf(rule);
  }

  void writeTool(Json json, String version) throws IOException {
    json.open("tool").open("driver").field("name", "concur").field("version", version);
    json.each("rules", ids, (out, id) -> writeRule(out, id));
    json.close().close();
  }

  private void writeRule(Json json, String id) throws IOException {
    RuleText text = texts.of(id).orElseGet(() -> unexplained(id));
    json.open().field("id", id).field("name", nameOf(id));
    json.open("shortDescription").field("text", text.title()).close();
    json.open("fullDescription").field("text", text.full()).close();
    json.open("help").field("text", text.full()).field("markdown", text.markdown()).close();
    json.fieldUnlessEmpty("helpUri", text.uri());
    json.open("defaultConfiguration").field("level", text.severity().word()).close();
    json.open("properties").words("tags", tagsOf(id)).field("precision", precisionOf(id));
    json.field("problem.severity", severityOf(text.severity())).close().close();
  }

  private RuleText unexplained(String id) {
    String words = id.replace('-', ' ');
    Severity severity =
        Optional.ofNullable(examples.get(id)).map(Finding::severity).orElse(Severity.WARNING);
    return new RuleText(words, words, words, words, "", severity);
  }

  /** {@code gil-static-lock} as {@code GilStaticLock}, as viewers list it. */
  private static String nameOf(String id) {
    return Stream.of(id.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static List<String> tagsOf(String id) {
    List<String> tags = new ArrayList<>(List.of("concurrency", "performance"));
    if (id.startsWith("gil-")) {
      tags.add("gil");
    }
    return tags;
  }

  private String precisionOf(String id) {
    return Optional.ofNullable(examples.get(id))
        .map(Finding::confidence)
        .orElse(Confidence.MEDIUM)
        .word();
  }

  private static String severityOf(Severity severity) {
    return severity == Severity.NOTE ? "recommendation" : severity.word();
  }
}
