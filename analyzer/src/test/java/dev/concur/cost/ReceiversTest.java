package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A template method does on an object what the object's class makes of its hooks. */
class ReceiversTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String PROGRAM =
      """
      package desk;

      import java.io.*;
      import java.nio.file.*;
      import java.util.*;

      public class Desk {

        abstract static class Drawer {
          private int opened;

          byte[] fetch(String name) throws IOException {
            opened++;
            return find(name);
          }

          byte[] twice(String name) throws IOException {
            fetch(name);
            return fetch(name);
          }

          Thread later(String name) {
            return new Thread(() -> {});
          }

          void each(List<String> names) {
            names.forEach(name -> quietly(name));
          }

          private void quietly(String name) {
            try {
              fetch(name);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }

          abstract byte[] find(String name) throws IOException;
        }

        static class Shelf extends Drawer {
          byte[] find(String name) throws IOException { return Files.readAllBytes(Path.of(name)); }
        }

        static class Tray extends Drawer {
          private final Map<String, byte[]> papers = new HashMap<>();
          byte[] find(String name) { return papers.get(name); }
          byte[] own(String name) throws IOException { return twice(name); }
        }

        static class LowerTray extends Tray {
          byte[] twice(String name) throws IOException { return super.twice(name + "."); }
        }

        private final Tray tray = new Tray();
        private final Shelf shelf = new Shelf();

        byte[] ofTray(String name) throws IOException { return tray.fetch(name); }
        byte[] ofShelf(String name) throws IOException { return shelf.twice(name); }
        byte[] ofAny(Drawer any) throws IOException { return any.twice("a"); }
        byte[] ofParameter(Tray given) throws IOException { return given.twice("a"); }
        void ofEach(List<String> names) { new Tray().each(names); }
        void ofEachOnShelf(List<String> names) { new Shelf().each(names); }
      }
      """;

  @BeforeAll
  static void label_the_program() {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(PROGRAM)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      LABELS.put(
          method.ref().simpleOwner().replaceAll(".*[.$]", "") + "." + method.ref().name(),
          costs.label(method));
    }
  }

  private static Label of(String name) {
    return LABELS.get(name);
  }

  @Test
  void a_template_called_on_one_class_runs_the_hooks_of_that_class() {
    assertEquals(Bound.LIGHT, of("Desk.ofTray").bound());
    assertEquals(Bound.IO, of("Desk.ofShelf").bound());
  }

  @Test
  void the_declared_class_of_a_receiver_says_as_much() {
    assertEquals(Bound.LIGHT, of("Desk.ofParameter").bound());
  }

  @Test
  void a_receiver_of_any_class_may_run_all_hooks() {
    assertEquals(Bound.IO, of("Desk.ofAny").bound());
    assertEquals(Bound.IO, of("Drawer.twice").bound());
  }

  @Test
  void what_a_class_inherits_runs_its_own_hooks() {
    assertEquals(Bound.LIGHT, of("Tray.own").bound());
    assertEquals(Bound.LIGHT, of("LowerTray.twice").bound());
  }

  @Test
  void a_lambda_of_a_template_runs_the_hooks_of_who_made_it() {
    assertEquals(Bound.LIGHT, of("Desk.ofEach").bound());
    assertEquals(Bound.IO, of("Desk.ofEachOnShelf").bound());
  }

  @Test
  void the_evidence_leads_through_the_template_to_the_hook_that_waits() {
    Label shelf = of("Desk.ofShelf");
    assertTrue(shelf.kinds().contains(Kind.DISK));
    assertEquals(
        "Shelf",
        shelf.evidence().get(shelf.evidence().size() - 1).className().replaceAll(".*[.$]", ""));
  }
}
