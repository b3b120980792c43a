package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.rule.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a writer needs beside the report: how the reader reads, and what is at hand.
 *
 * @param colour whether the text goes to a terminal that wants colours
 * @param width columns that text is wrapped at
 * @param verbose whether text lists every finding in full, notes included
 * @param project what the scanned thing is called, such as the artifact id of the root module; may
 *     be empty
 * @param commandLine how the scan was started, without secrets and absolute paths; may be empty
 * @param commands what a reader types next
 * @param sources the sources, for excerpts and for paths from the root of the repository
 * @param rules what each rule means, in words
 * @param known ids of the findings of an earlier run that this one is compared with; empty when it
 *     is compared with none
 */
public record WriterContext(
    boolean colour,
    int width,
    boolean verbose,
    String project,
    String commandLine,
    Commands commands,
    SourceTexts sources,
    RuleTexts rules,
    Optional<List<KnownResult>> known) {

  private static final int NARROWEST = 40;

  public WriterContext {
    width = Math.max(NARROWEST, width);
  }

  /**
   * No colours, 80 columns, short, from the command line, no source at hand, the rule pages that
   * concur brings along.
   */
  public static WriterContext plain() {
    return new WriterContext(
        false,
        80,
        false,
        "",
        "",
        Commands.COMMAND_LINE,
        SourceTexts.NONE,
        RuleTexts.pages(),
        Optional.empty());
  }

  /** The same, in colours. */
  public WriterContext inColour() {
    return new WriterContext(
        true, width, verbose, project, commandLine, commands, sources, rules, known);
  }

  /** The same, wrapped at this many columns (40 at least). */
  public WriterContext wrappedAt(int columns) {
    return new WriterContext(
        colour, columns, verbose, project, commandLine, commands, sources, rules, known);
  }

  /** The same, with nothing summarised. */
  public WriterContext inFull() {
    return new WriterContext(
        colour, width, true, project, commandLine, commands, sources, rules, known);
  }

  /** The same, for a scanned thing of this name, started by this command line. */
  public WriterContext about(String name, String startedBy) {
    return new WriterContext(
        colour, width, verbose, name, startedBy, commands, sources, rules, known);
  }

  /** The same, for a reader who types other commands. */
  public WriterContext suggesting(Commands others) {
    return new WriterContext(
        colour, width, verbose, project, commandLine, others, sources, rules, known);
  }

  /** The same, with sources at hand. */
  public WriterContext reading(SourceTexts texts) {
    return new WriterContext(
        colour, width, verbose, project, commandLine, commands, texts, rules, known);
  }

  /** The same, with rule pages at hand. */
  public WriterContext explaining(RuleTexts texts) {
    return new WriterContext(
        colour, width, verbose, project, commandLine, commands, sources, texts, known);
  }

  /** The same, compared with the findings of an earlier run. */
  public WriterContext comparedWith(List<KnownResult> earlier) {
    return new WriterContext(
        colour,
        width,
        verbose,
        project,
        commandLine,
        commands,
        sources,
        rules,
        Optional.of(List.copyOf(earlier)));
  }

  /** What became of a finding since that run, in a word; empty when it is compared with none. */
  Optional<String> stateOf(Finding finding) {
    return known.map(
        all ->
            all.stream()
                .filter(each -> each.id().equals(finding.id()))
                .findFirst()
                .map(each -> changed(each, finding) ? "updated" : "unchanged")
                .orElse("new"));
  }

  /**
   * What was scanned, by names that say something: the folder one stands in has that of the
   * project.
   */
  List<String> rootsOf(Report report) {
    return report.roots().stream()
        .map(root -> root.equals(".") && !project.isEmpty() ? project : root)
        .toList();
  }

  /** Whether the finding counts as one that the reader does not know yet. */
  boolean isNew(Advice advice) {
    return stateOf(advice.finding()).orElse("new").equals("new");
  }

  private static boolean changed(KnownResult before, Finding now) {
    return !before.severity().isEmpty() && !before.severity().equals(now.severity().word());
  }

  /** What that run found and this one did not. */
  List<KnownResult> absent(Report report) {
    Set<String> here = new HashSet<>();
    report.advice().forEach(advice -> here.add(advice.finding().id()));
    return known.orElse(List.of()).stream().filter(each -> !here.contains(each.id())).toList();
  }

  /**
   * What a reader types next.
   *
   * @param verify measures the advice
   * @param within is added to it to give it so much time, which stands behind
   * @param all what is added to the command to see every finding in full
   * @param explain explains a rule, which stands in it as {@code RULE}
   * @param page writes the HTML page, or where that is already
   */
  public record Commands(String verify, String within, String all, String explain, String page) {

    /** For somebody who called {@code concur}. */
    public static final Commands COMMAND_LINE = new Commands("PATH...");

    /** For somebody who called {@code concur} with these paths. */
    public Commands(String paths) {
      this(
          "concur scan --verify " + paths,
          " --verify-budget ",
          "--verbose",
          "concur explain RULE",
          "concur scan --format html --output concur.html " + paths);
    }

    /** Measures it for so many minutes. */
    String verifyFor(long minutes) {
      return verify + within + minutes + "m";
    }
  }
}
