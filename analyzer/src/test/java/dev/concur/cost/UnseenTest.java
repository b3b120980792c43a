package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Label;
import dev.concur.read.ClassSource;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Methods that need a class that is not there: unknown where most of them is unseen. */
class UnseenTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  /** As many bodies as make one of them rare. */
  private static final int BODIES = 20;

  @BeforeAll
  static void label() {
    StringBuilder shapes = new StringBuilder("package app; import java.util.*;\nclass Shapes {\n");
    shapes.append(
        "interface Shape { int area(int side); }\nList<Shape> all = Arrays.<Shape>asList(");
    for (int i = 0; i < BODIES; i++) {
      shapes.append("new Shape").append(i).append("(), ");
    }
    shapes.append("new Strange());\n");
    for (int i = 0; i < BODIES; i++) {
      shapes.append(
          "static class Shape%d implements Shape { public int area(int s) { return s * %d; } }\n"
              .formatted(i, i));
    }
    shapes.append(
        """
        static class Strange implements Shape {
          public int area(int side) { return gone.Gone.area(side); }
        }
        int first(int side) { return all.get(0).area(side); }
        int strange(int side) { return gone.Gone.area(side); }
        }
        """);
    Snippet program =
        Snippet.compile(
                "package gone; public class Gone { public static int area(int s) { return s; } }",
                shapes.toString())
            .rootsIn("app");
    Linked linked = Linked.of(ProgramReader.read(withoutLibraries(program)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    linked.roots().stream()
        .filter(method -> !method.isAbstract())
        .forEach(
            method ->
                LABELS.put(
                    method.ref().simpleOwner() + "." + method.ref().name(), costs.label(method)));
  }

  private static ClassSource withoutLibraries(ClassSource program) {
    return new ClassSource() {
      @Override
      public void roots(BiConsumer<String, byte[]> each) {
        program.roots(each);
      }

      @Override
      public Optional<byte[]> library(String binaryName) {
        return Optional.empty();
      }
    };
  }

  @Test
  void what_is_not_there_makes_unknown_and_is_named() {
    Label strange = LABELS.get("Shapes.strange");
    assertEquals(Bound.UNKNOWN, strange.bound());
    assertTrue(strange.missing().contains("gone.Gone"), () -> strange.missing().toString());
  }

  @Test
  void what_hardly_any_execution_meets_makes_less_certain_only() {
    Label first = LABELS.get("Shapes.first");
    assertEquals(Bound.LIGHT, first.bound());
    assertEquals(Confidence.LOW, first.confidence());
  }
}
