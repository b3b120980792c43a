package dev.concur;

import dev.concur.report.PublishedPages;
import dev.concur.report.RuleTexts;
import dev.concur.report.WriterContext;
import java.util.List;

/** The front door: one request in, one analysis out. */
public final class Concur {

  private static final RuleTexts PAGES = RuleTexts.pages();

  private Concur() {}

  /**
   * Reads, judges, advises and, when asked, measures. What cannot be read is in the report.
   *
   * @throws UsageError when a file that the request names is not what it should be
   */
  public static Analysis analyze(Request request) {
    return new Scan(request).run();
  }

  /** What a writer needs to know to show an analysis, without colours. */
  public static WriterContext context(Analysis analysis) {
    WriterContext context =
        WriterContext.plain()
            .reading(analysis.sources())
            .explaining(PAGES)
            .about(analysis.project(), "concur scan");
    return analysis.compared() ? context.comparedWith(analysis.known()) : context;
  }

  /** The same, with links to rule pages where these were said to be. */
  public static WriterContext context(Analysis analysis, Delivery delivery) {
    WriterContext context = context(analysis);
    return delivery
        .rulePages()
        .map(address -> context.explaining(new PublishedPages(PAGES, address)))
        .orElse(context);
  }

  /** Ids of all rules, sorted. */
  public static List<String> ruleIds() {
    return PAGES.ids();
  }

  /** What the rules mean. */
  public static RuleTexts ruleTexts() {
    return PAGES;
  }

  /**
   * The page of a rule, in Markdown.
   *
   * @throws UsageError when there is no such rule
   */
  public static String rulePage(String id) {
    return PAGES
        .of(id)
        .orElseThrow(() -> new UsageError("no rule '" + id + "'" + Nearest.question(id, ruleIds())))
        .markdown()
        .strip();
  }

  /** What this machine is good for, looked at just now; takes a moment. */
  public static Health doctor() {
    return Checkup.now();
  }

  /** The version of concur that runs. */
  public static String version() {
    String version = Concur.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }
}
