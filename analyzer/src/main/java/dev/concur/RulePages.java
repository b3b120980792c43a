package dev.concur;

import dev.concur.report.RuleTexts;
import dev.concur.rule.Page;
import dev.concur.rule.Rule;
import dev.concur.rule.Rules;
import java.util.List;
import java.util.Optional;

/** The pages of the rules as reports want them. */
final class RulePages implements RuleTexts {

  @Override
  public Optional<RuleText> of(String id) {
    return Rules.named(id).map(RulePages::text);
  }

  @Override
  public List<String> ids() {
    return Rules.all().stream().map(Rule::id).sorted().toList();
  }

  private static RuleText text(Rule rule) {
    Page page = Page.of(rule);
    String problem = page.sections().getOrDefault("Problem", "");
    return new RuleText(
        page.title().replaceFirst("\\.$", ""),
        page.firstSentence("Problem"),
        problem.replaceAll("\\s+", " "),
        rule.page(),
        "",
        rule.severity());
  }
}
