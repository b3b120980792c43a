package dev.concur.report;

import dev.concur.rule.Page;
import dev.concur.rule.Rule;
import dev.concur.rule.Rules;
import java.util.List;
import java.util.Optional;

/** The pages that lie beside the rules. */
final class RulePages implements RuleTexts {

  @Override
  public Optional<RuleText> of(String id) {
    return Rules.named(id).map(RulePages::textOf);
  }

  @Override
  public List<String> ids() {
    return Rules.all().stream().map(Rule::id).sorted().toList();
  }

  private static RuleText textOf(Rule rule) {
    Page page = Page.of(rule);
    String problem = page.sections().getOrDefault("Problem", page.title());
    return new RuleText(
        page.title().replaceFirst("\\.$", ""),
        page.firstSentence("Problem"),
        problem.replaceAll("\\s+", " ").strip(),
        rule.page(),
        "",
        rule.severity());
  }
}
