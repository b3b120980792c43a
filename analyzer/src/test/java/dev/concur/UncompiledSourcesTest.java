package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Advice;
import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Label;
import dev.concur.model.Severity;
import dev.concur.report.Report;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that do not compile are read all the same, and say so. */
class UncompiledSourcesTest {

  private static final Path SAMPLES = Path.of("..", "samples", "src", "main", "java");

  @TempDir private Path home;

  private void file(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Report scan() {
    return Concur.analyze(Request.of(home.toString())).report();
  }

  private static Label label(Report report, String method) {
    return report.methods().stream()
        .filter(each -> each.method().name().equals(method))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void waiting_behind_a_missing_library_is_seen_with_low_confidence() throws IOException {
    file(
        "shop/Prices.java",
        """
        package shop;
        import org.absent.Service;
        import java.net.URI;
        import java.net.http.*;
        @Service
        public class Prices {
          private static final Object LOCK = new Object();
          private final HttpClient http = HttpClient.newHttpClient();
          String price(String article) throws Exception {
            synchronized (LOCK) {
              return fetch(article);
            }
          }
          private String fetch(String article) throws Exception {
            var request = HttpRequest.newBuilder(URI.create("http://shop/" + article)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
          }
        }
        """);
    Report report = scan();
    Label price = label(report, "price");
    assertEquals(Bound.IO, price.bound());
    assertEquals(Confidence.LOW, price.confidence());
    assertEquals(10, price.at().line());
    Report.Problem problem = report.problems().get(0);
    assertTrue(problem.where().endsWith("shop/Prices.java"), problem.where());
    assertTrue(problem.message().contains("package org.absent does not exist"), problem.message());
    assertTrue(problem.message().contains("low confidence"), problem.message());
    assertTrue(problem.message().contains("--classpath"), problem.message());
    Finding finding = report.advice().get(0).finding();
    assertEquals(10, finding.at().line());
    assertEquals(Confidence.LOW, finding.confidence());
  }

  @Test
  void what_stands_around_a_syntax_error_is_read() throws IOException {
    file(
        "a/Half.java",
        """
        package a;
        class Half {
          void waits() throws Exception { Thread.sleep(1000); }
          void broken() { int = ; }
        }
        """);
    assertEquals(Bound.IO, label(scan(), "waits").bound());
  }

  @Test
  void a_call_on_a_class_that_nobody_has_is_unknown_by_name() throws IOException {
    file(
        "a/Caller.java",
        """
        package a;
        import org.absent.Engine;
        class Caller {
          Engine engine;
          void go() { engine.start(); }
        }
        """);
    Label go = label(scan(), "go");
    assertEquals(Bound.UNKNOWN, go.bound());
    assertTrue(go.missing().toString().contains("org.absent.Engine"), go.missing().toString());
  }

  /** The same samples, compiled and not: the sources alone must tell the same. */
  @Test
  void the_samples_are_judged_alike_from_sources_that_do_not_compile() throws IOException {
    Path compiled = home.resolve("compiled");
    Path broken = home.resolve("broken");
    try (Stream<Path> all = Files.walk(SAMPLES)) {
      for (Path each : all.filter(file -> file.toString().endsWith(".java")).toList()) {
        String name = SAMPLES.relativize(each).toString();
        String text = Files.readString(each);
        file("compiled/" + name, text);
        file("broken/" + name, text.replaceFirst("(?m)^package .*;$", "$0 import absent.Type;"));
      }
    }
    Report expected = Concur.analyze(Request.of(compiled.toString())).report();
    Report actual = Concur.analyze(Request.of(broken.toString())).report();
    assertEquals(findings(expected, Severity.WARNING), findings(actual, Severity.WARNING));
    // A note may want more confidence than a source alone can give; another one it may not become.
    Set<String> more = findings(actual, Severity.NOTE);
    more.removeAll(findings(expected, Severity.NOTE));
    assertEquals(Set.of(), more);
    Map<String, Bound> bounds = bounds(expected);
    Map<String, Bound> seen = bounds(actual);
    seen.keySet().retainAll(bounds.keySet());
    bounds.keySet().retainAll(seen.keySet());
    assertEquals(bounds, seen);
    assertTrue(seen.size() > 500, "methods that both have: " + seen.size());
  }

  private static Set<String> findings(Report report, Severity lowest) {
    return report.advice().stream()
        .map(Advice::finding)
        .filter(each -> each.severity().compareTo(lowest) >= 0)
        .map(each -> each.rule() + " " + each.at().className() + " " + each.at().line())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Bound> bounds(Report report) {
    return report.methods().stream()
        .collect(
            Collectors.toMap(
                each ->
                    each.method().owner() + "." + each.method().name() + each.method().descriptor(),
                Label::bound,
                (a, b) -> a,
                TreeMap::new));
  }
}
