package dev.concur.cli;

import dev.concur.Concur;
import dev.concur.Health;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code concur doctor}: what this machine is good for. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = ConcurCommand.Version.class,
    description =
        "Says which JDKs, processors and memory there are, and whether the machine is quiet enough"
            + " to measure.")
final class DoctorCommand implements Callable<Integer> {

  private static final double GIB = 1 << 30;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Health health = Concur.doctor();
    out.println("concur     " + Concur.version());
    out.println("runs on    " + health.jvm());
    printJdks(health, out);
    out.println("cores      " + health.cores() + quota(health));
    out.printf(
        Locale.ROOT,
        "memory     %s, heap up to %s%n",
        gib(health.memoryBytes()),
        gib(health.heapBytes()));
    printLoad(health, out);
    out.flush();
    return ExitCode.CLEAN.number();
  }

  private static void printJdks(Health health, PrintWriter out) {
    String head = "measures   ";
    for (String jdk : health.jdks()) {
      out.println(head + "on " + jdk);
      head = "           ";
    }
    for (String sentence : health.missing()) {
      out.println(head + sentence);
      head = "           ";
    }
  }

  private static String quota(Health health) {
    OptionalDouble quota = health.quotaCores();
    return quota.isEmpty()
        ? ""
        : String.format(Locale.ROOT, ", of which a quota allows %.1f", quota.getAsDouble());
  }

  private static void printLoad(Health health, PrintWriter out) {
    StringBuilder line = new StringBuilder();
    health
        .loadAverage()
        .ifPresent(load -> line.append(String.format(Locale.ROOT, "load average %.2f, ", load)));
    health
        .pressure()
        .ifPresent(share -> line.append("pressure ").append(percent(share)).append(", "));
    health
        .steal()
        .ifPresent(share -> line.append("stolen by the host ").append(percent(share)).append(", "));
    line.append("run delay just now ").append(percent(health.runDelay()));
    out.println("load       " + line);
    out.println(
        health.quiet()
            ? "quiet      yes: locks can be judged by measuring now"
            : "quiet      no: a busy machine cannot judge locks; verdicts would be undecided");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String gib(long bytes) {
    return bytes <= 0 ? "unknown" : String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
  }
}
