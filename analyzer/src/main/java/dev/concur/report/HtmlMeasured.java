package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Arm;
import dev.concur.advise.LockChange;
import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Remedy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Every experiment that ran: each way of running the work as a bar, and all that is needed to run
 * it again.
 */
final class HtmlMeasured {

  private static final int EXPERIMENTS = 100;

  private final Html html;
  private final Summary summary;
  private final HtmlFigures figures;

  HtmlMeasured(Html html, Summary summary) {
    this.html = html;
    this.summary = summary;
    this.figures = new HtmlFigures(html);
  }

  static boolean any(Summary summary) {
    return summary.ordered().stream().anyMatch(advice -> measured(advice).isPresent());
  }

  private static Optional<Remedy> measured(Advice advice) {
    return advice.remedies().stream()
        .filter(remedy -> remedy.verdict().flatMap(verdict -> verdict.measured()).isPresent())
        .findFirst();
  }

  void write() throws IOException {
    if (!any(summary)) {
      return;
    }
    html.open("section", "id", "measured").leaf("h2", "Measured on this machine");
    html.leaf(
        "p",
        "Tasks per second of each way of running the work; whiskers are intervals over pairs of"
            + " JVMs. The advised way was chosen before the run and is the one that is judged; the"
            + " others are exploratory.",
        "class",
        "lead");
    html.open("div", "class", "cards");
    List<Advice> ran =
        summary.ordered().stream()
            .filter(advice -> measured(advice).isPresent())
            .limit(EXPERIMENTS)
            .toList();
    for (Advice advice : ran) {
      writeExperiment(advice, measured(advice).orElseThrow());
    }
    html.close().close();
  }

  private void writeExperiment(Advice advice, Remedy remedy) throws IOException {
    Measurement measured = remedy.verdict().flatMap(verdict -> verdict.measured()).orElseThrow();
    html.open("article", "class", "card").open("h3");
    html.leaf("a", advice.finding().rule(), "href", HtmlFindings.anchor(advice));
    html.text(" in ").leaf("code", HtmlLocks.simple(advice.finding().at())).close();
    html.leaf("p", Words.withoutPackages(remedy.change()));
    figures.beside(remedy);
    HtmlFirst.writeVerdict(html, remedy);
    writeArms(measured.arms());
    writeCircumstances(measured);
    html.close();
  }

  private void writeArms(List<ArmResult> arms) throws IOException {
    List<ArmResult> drawn = Summary.withInterval(arms);
    if (drawn.isEmpty()) {
      return;
    }
    double best = drawn.stream().mapToDouble(ArmResult::high).max().orElse(1);
    double base = drawn.get(0).opsPerSecond();
    html.open("div", "class", "scroll")
        .open("table", "class", "arms", "aria-label", "Throughput of each way of running the work")
        .open("thead")
        .open("tr");
    for (String name : List.of("way", "role", "", "tasks per second", "against now")) {
      html.leaf("th", name, "scope", "col");
    }
    html.close().close().open("tbody");
    for (ArmResult arm : arms) {
      html.open("tr").open("th", "scope", "row").text(arm.arm().id());
      html.leaf("span", " " + way(arm.arm()), "class", "small").close();
      String role = Words.of(arm.arm().role());
      html.leaf("td", role).open("td", "class", "wide");
      if (drawn.contains(arm)) {
        figures.throughput(arm.opsPerSecond() / best, arm.low() / best, arm.high() / best, role);
      }
      html.close();
      html.leaf("td", rate(arm), "class", "figure");
      html.leaf("td", base > 0 ? Words.factor(arm.opsPerSecond() / base) : "", "class", "figure");
      html.close();
    }
    html.close().close().close();
  }

  private static String way(Arm arm) {
    return arm.change().map(LockChange::word).orElse(arm.model().word());
  }

  private static String rate(ArmResult arm) {
    String rate = Words.rate(arm.opsPerSecond());
    return Double.isFinite(arm.low()) && Double.isFinite(arm.high())
        ? "%s (%s to %s)".formatted(rate, Words.rate(arm.low()), Words.rate(arm.high()))
        : rate;
  }

  private void writeCircumstances(Measurement measured) throws IOException {
    html.open("dl", "class", "facts small");
    fact("Replaced", String.join(", ", measured.stubs()));
    fact("Witness", measured.witness());
    fact("Benchmark", measured.source());
    fact("Run again", measured.rerun());
    html.close();
  }

  private void fact(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      html.leaf("dt", name).open("dd").leaf("code", value).close();
    }
  }
}
