package dev.concur.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Runs every method of the suite and writes down what it waited and computed. */
public final class Measuring {

  private Measuring() {}

  /**
   * @param args the file to write, then names of methods to measure anew; all when there are none
   */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    List<String> wanted = List.of(args).subList(1, args.length);
    TreeMap<String, Measured> known = new TreeMap<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .filter(line -> !line.startsWith("#"))
          .map(Measured::read)
          .forEach(measured -> known.put(measured.method(), measured));
    }
    List<String> now = new ArrayList<>();
    Neighbours neighbours = new Neighbours();
    Path folder = Files.createTempDirectory("calibration");
    for (Subject subject : subjects(neighbours, folder)) {
      now.add(subject.method);
      if (!wanted.isEmpty() && wanted.stream().noneMatch(subject.method::contains)) {
        continue;
      }
      Measured measured = Stopwatch.measure(subject);
      known.put(measured.method(), measured);
      System.err.println(measured.line());
      write(file, known);
    }
    known.keySet().retainAll(now);
    write(file, known);
    System.exit(0);
  }

  private static void write(Path file, TreeMap<String, Measured> known) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# method, bound, kinds, starts, ns waited, ns computed; measured by Measuring");
    known.values().forEach(measured -> lines.add(measured.line()));
    Files.write(file, lines);
  }

  private static List<Subject> subjects(Neighbours neighbours, Path folder) throws Exception {
    List<Subject> all = new ArrayList<>();
    all.addAll(new ShopRuns(neighbours, folder).subjects());
    all.addAll(new PressRuns(neighbours, folder).subjects());
    all.addAll(new OfficeRuns(neighbours, folder).subjects());
    return all;
  }
}
