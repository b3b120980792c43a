package dev.concur;

import dev.concur.verify.BenchmarkJdk;
import dev.concur.verify.BenchmarkJdks;
import dev.concur.verify.LoadGate;
import dev.concur.verify.MachineLoad;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at this machine: its JDKs, its processors, and what others do with them. */
final class Checkup {

  private static final Pattern TEN_SECONDS = Pattern.compile("some avg10=([0-9.]+)");
  // user, nice, system, idle, iowait, irq, softirq, steal: proc(5).
  private static final int STEAL = 7;

  private Checkup() {}

  static Health now() {
    BenchmarkJdks jdks = BenchmarkJdks.search();
    double delay = MachineLoad.runDelayShare();
    return new Health(
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        jdks.found().stream().map(BenchmarkJdk::describe).toList(),
        jdks.absent(),
        Runtime.getRuntime().availableProcessors(),
        quotaCores(),
        memoryBytes(),
        Runtime.getRuntime().maxMemory(),
        known(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
        pressure(),
        steal(),
        delay,
        delay <= LoadGate.USUAL.most());
  }

  /** Physical memory, or what a container allows; 0 when this JVM cannot tell. */
  static long memoryBytes() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean known
        ? known.getTotalMemorySize()
        : 0;
  }

  private static OptionalDouble known(double value) {
    return value < 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalDouble quotaCores() {
    String[] words = text(Path.of("/sys/fs/cgroup/cpu.max")).orElse("").strip().split("\\s+");
    if (words.length != 2 || words[0].equals("max")) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(words[0]) / Double.parseDouble(words[1]));
  }

  private static OptionalDouble pressure() {
    Matcher matcher = TEN_SECONDS.matcher(text(Path.of("/proc/pressure/cpu")).orElse(""));
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)) / 100)
        : OptionalDouble.empty();
  }

  private static OptionalDouble steal() {
    List<String> lines = text(Path.of("/proc/stat")).orElse("").lines().toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    if (!first.startsWith("cpu ")) {
      return OptionalDouble.empty();
    }
    double[] ticks =
        Arrays.stream(first.substring(4).strip().split("\\s+"))
            .mapToDouble(Double::parseDouble)
            .toArray();
    double all = Arrays.stream(ticks).limit(STEAL + 1L).sum();
    return ticks.length > STEAL && all > 0
        ? OptionalDouble.of(ticks[STEAL] / all)
        : OptionalDouble.empty();
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // Another system than Linux, or one that does not tell.
    }
  }
}
