package dev.concur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.advise.Advice;
import dev.concur.model.GilLike;
import dev.concur.model.LockUse;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.report.Report;
import dev.concur.rule.Finding;
import dev.concur.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * A place in a real library of which we know whether it behaves like a GIL.
 *
 * @param coordinate {@code group:artifact:version}, or {@code jdk:module:release}
 * @param guilty whether its lock caps the work of all who use it
 * @param type binary name of the class
 * @param methods names of the methods meant
 */
record LockCase(
    String id, String coordinate, boolean guilty, String type, Set<String> methods, String why) {

  /** All of them, in the order they were written down. */
  static List<LockCase> all() {
    try (InputStream text = LockCase.class.getResourceAsStream("cases/locks.json")) {
      JsonNode root = new ObjectMapper().readTree(text);
      return StreamSupport.stream(root.spliterator(), false).map(LockCase::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LockCase of(JsonNode node) {
    Set<String> methods = new TreeSet<>();
    node.get("methods").forEach(name -> methods.add(name.asText()));
    return new LockCase(
        node.get("id").asText(),
        node.get("coordinate").asText(),
        node.get("label").asText().equals("positive"),
        node.get("class").asText(),
        methods,
        node.get("why").asText());
  }

  /** What to scan, from a folder with the jars in it. */
  String input(Path jars) {
    String[] parts = coordinate.split(":");
    if (parts[0].equals("jdk")) {
      return "jrt:/" + parts[1];
    }
    Path jar = jars.resolve(parts[1] + "-" + parts[2] + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException("missing " + jar + "; see the profile 'cases'");
    }
    return jar.toString();
  }

  /** Whether the right answer was given. */
  boolean right(Report report) {
    return guilty != accusations(report).isEmpty();
  }

  /** What a report says against the place: locks like a GIL, warnings and errors about locks. */
  List<String> accusations(Report report) {
    List<String> found = new ArrayList<>();
    for (LockUse use : report.locks()) {
      if (use.gilLike() != GilLike.NO
          && use.regions().stream().map(Region::at).anyMatch(this::names)) {
        found.add(
            "%s %s h=%.2f"
                .formatted(use.gilLike().word(), use.lock().id(), use.heldShare().middle()));
      }
    }
    report.advice().stream()
        .map(Advice::finding)
        .filter(finding -> loud(finding) && names(finding.at()))
        .forEach(finding -> found.add(finding.rule() + " " + finding.message()));
    return found;
  }

  /** Whether a finding counts: a warning or error of one of the two families about locks. */
  static boolean loud(Finding finding) {
    String home = Rules.named(finding.rule()).orElseThrow().getClass().getPackageName();
    return finding.severity() != Severity.NOTE && (home.endsWith(".gil") || home.endsWith(".lock"));
  }

  private boolean names(Spot spot) {
    boolean here = spot.className().equals(type) || spot.className().startsWith(type + "$");
    return here && methods.contains(spot.method());
  }
}
