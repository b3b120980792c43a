package dev.concur.verify;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of the machine can make figures misleading, as Linux tells it: how much of it a container
 * may use, what its host and its neighbours take, and how even its cores are. Elsewhere it is
 * empty.
 *
 * @param figures by name, what could be read
 */
record MachineState(Map<String, Double> figures) {

  /** Steal and pressure beyond these shares are worth a word, %. */
  private static final double MUCH = 5;

  /** Cores whose fastest clocks differ by more are of two kinds. */
  private static final double EVEN = 1.1;

  private static final double PERCENT = 100;

  MachineState {
    figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** As it is now. */
  static MachineState now() {
    return in(Path.of("/"));
  }

  /** Read from the files below this folder. */
  static MachineState in(Path root) {
    Map<String, Double> figures = new LinkedHashMap<>();
    quota(root).ifPresent(cores -> figures.put("quotaCores", cores));
    number(root, "sys/fs/cgroup/cpu.stat", "nr_throttled")
        .or(() -> number(root, "sys/fs/cgroup/cpu/cpu.stat", "nr_throttled"))
        .ifPresent(times -> figures.put("throttled", times));
    steal(root).ifPresent(jiffies -> figures.put("stealJiffies", jiffies));
    pressure(root).ifPresent(share -> figures.put("pressurePercent", share));
    threadsPerCore(root).ifPresent(threads -> figures.put("threadsPerCore", threads));
    clocks(root, figures);
    return new MachineState(figures);
  }

  /** What is misleading about what was measured between an earlier state and this one. */
  List<String> cautionsSince(MachineState earlier, int cores, double seconds) {
    List<String> cautions = new ArrayList<>();
    Optional.ofNullable(figures.get("quotaCores"))
        .filter(quota -> quota < cores)
        .ifPresent(
            quota -> cautions.add(say("a quota of %.1f of %.0f cores", quota, (double) cores)));
    double throttled = grown(earlier, "throttled");
    if (throttled > 0) {
      cautions.add(say("its quota stopped it %.0f times", throttled));
    }
    double stolen = PERCENT * grown(earlier, "stealJiffies") / (PERCENT * cores * seconds);
    if (stolen > MUCH) {
      cautions.add(say("the host took %.0f %% of the time", stolen));
    }
    Optional.ofNullable(figures.get("threadsPerCore"))
        .filter(threads -> threads > 1)
        .ifPresent(threads -> cautions.add(say("%.0f hardware threads share each core", threads)));
    double slow = figures.getOrDefault("slowestKilohertz", 1.0);
    double fast = figures.getOrDefault("fastestKilohertz", 1.0);
    if (fast > EVEN * slow) {
      cautions.add(say("cores of %.1f and of %.1f GHz", slow / 1e6, fast / 1e6));
    }
    return cautions;
  }

  private double grown(MachineState earlier, String name) {
    return figures.getOrDefault(name, 0.0) - earlier.figures.getOrDefault(name, 0.0);
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static Optional<Double> quota(Path root) {
    Optional<String[]> newer = text(root, "sys/fs/cgroup/cpu.max").map(text -> text.split("\\s+"));
    if (newer.isPresent() && newer.get().length > 1 && !newer.get()[0].equals("max")) {
      return Optional.of(Double.parseDouble(newer.get()[0]) / Double.parseDouble(newer.get()[1]));
    }
    Optional<Double> quota = text(root, "sys/fs/cgroup/cpu/cpu.cfs_quota_us").map(Double::valueOf);
    Optional<Double> period =
        text(root, "sys/fs/cgroup/cpu/cpu.cfs_period_us").map(Double::valueOf);
    return quota.filter(micros -> micros > 0).flatMap(micros -> period.map(each -> micros / each));
  }

  private static Optional<Double> steal(Path root) {
    return text(root, "proc/stat")
        .map(text -> text.lines().findFirst().orElse("").trim().split("\\s+"))
        .filter(words -> words.length > 8)
        .map(words -> Double.valueOf(words[8]));
  }

  /** Share of the last ten seconds in which something was ready and had no core, %. */
  private static Optional<Double> pressure(Path root) {
    return text(root, "proc/pressure/cpu")
        .map(text -> text.replaceFirst("(?s).*?avg10=([\\d.]+).*", "$1"))
        .filter(share -> share.matches("[\\d.]+"))
        .map(Double::valueOf);
  }

  private static Optional<Double> threadsPerCore(Path root) {
    Set<String> siblings = new TreeSet<>();
    int threads = 0;
    for (Path core : cores(root)) {
      Optional<String> list = text(core, "topology/thread_siblings_list");
      list.ifPresent(siblings::add);
      threads += list.isPresent() ? 1 : 0;
    }
    return siblings.isEmpty() ? Optional.empty() : Optional.of((double) threads / siblings.size());
  }

  private static void clocks(Path root, Map<String, Double> figures) {
    for (Path core : cores(root)) {
      text(core, "cpufreq/cpuinfo_max_freq")
          .map(Double::valueOf)
          .ifPresent(
              kilohertz -> {
                figures.merge("slowestKilohertz", kilohertz, Math::min);
                figures.merge("fastestKilohertz", kilohertz, Math::max);
              });
      text(core, "cpufreq/scaling_cur_freq")
          .map(Double::valueOf)
          .ifPresent(kilohertz -> figures.merge("nowKilohertz", kilohertz, Math::max));
    }
  }

  private static List<Path> cores(Path root) {
    Map<String, Path> found = new TreeMap<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(root.resolve("sys/devices/system/cpu"), "cpu[0-9]*")) {
      all.forEach(core -> found.put(core.toString(), core));
    } catch (IOException elsewhere) {
      return List.of();
    }
    return List.copyOf(found.values());
  }

  private static Optional<Double> number(Path root, String file, String key) {
    return text(root, file).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(key + " "))
        .map(line -> Double.valueOf(line.substring(key.length() + 1).trim()))
        .findFirst();
  }

  private static Optional<String> text(Path root, String file) {
    try {
      return Optional.of(Files.readString(root.resolve(file)).strip());
    } catch (IOException | RuntimeException absent) {
      return Optional.empty();
    }
  }
}
