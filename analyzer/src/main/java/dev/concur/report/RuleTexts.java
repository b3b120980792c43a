package dev.concur.report;

import dev.concur.model.Severity;
import java.util.List;
import java.util.Optional;

/** What each rule means, in words. */
public interface RuleTexts {

  /** Nothing is known of any rule but its id. */
  RuleTexts NONE = id -> Optional.empty();

  /** The pages of the rules that concur brings along. */
  static RuleTexts pages() {
    return new RulePages();
  }

  /** The words for one rule; empty when there is no page for it. */
  Optional<RuleText> of(String id);

  /**
   * Ids of all rules that there are; without them a report names only those that found something.
   */
  default List<String> ids() {
    return List.of();
  }

  /**
   * The page of one rule.
   *
   * @param title what it is called, without a full stop
   * @param brief one sentence
   * @param full a paragraph, plain text
   * @param markdown the whole page
   * @param uri where the page can be read, absolute; or empty
   * @param severity how loud it is unless told otherwise
   */
  record RuleText(
      String title, String brief, String full, String markdown, String uri, Severity severity) {

    /** The same, to be read at this address. */
    RuleText at(String address) {
      return new RuleText(title, brief, full, markdown, address, severity);
    }
  }
}
