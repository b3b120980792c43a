package dev.concur.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All methods of an application; measures them and writes down what it found. */
public final class Measurements {

  private final List<Subject> subjects = new ArrayList<>();

  public Subject on(Class<?> owner, String name, Class<?>... parameters) {
    Subject subject = new Subject(owner, name, parameters);
    subjects.add(subject);
    return subject;
  }

  public Subject on(String owner, String name, Class<?>... parameters) {
    try {
      return on(Class.forName(owner), name, parameters);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * @param arguments the file to write, then parts of names to measure anew; all when there are
   *     none
   */
  public void measure(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    Map<String, String> known = new LinkedHashMap<>();
    Map<String, String> old = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (!line.startsWith("#")) {
          String[] parts = line.split("\t");
          old.put(parts[0] + "#" + parts[1] + parts[2], line);
        }
      }
    }
    for (Subject subject : subjects) {
      String key = subject.owner + "#" + subject.name + subject.descriptor;
      if (known.containsKey(key)) {
        throw new IllegalStateException("twice " + key);
      }
      boolean asked = wanted.isEmpty() || wanted.stream().anyMatch(key::contains);
      if (!asked && !(wanted.contains("NEW") && !old.containsKey(key))) {
        if (old.containsKey(key)) {
          known.put(key, old.get(key));
        }
        continue;
      }
      try {
        Measured measured = Stopwatch.measure(subject);
        known.put(key, measured.line());
        System.err.println(measured.line());
      } catch (Throwable e) {
        System.err.println("FAILED " + key);
        e.printStackTrace();
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "# class\tmethod\tdescriptor\tbound\tkinds\tflags\twall_us\tcpu_us\twait_share\tborderline\tdriven");
    lines.addAll(known.values());
    Files.write(file, lines);
    System.exit(0);
  }
}
