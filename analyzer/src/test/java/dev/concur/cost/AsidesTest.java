package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.read.ProgramReader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AsidesTest {

  private static final String TYPES =
      """
      package tool;

      import java.util.*;

      public class Types {
        public void list() { each(); }
        private void each() { System.out.println(1); }
        public void check() { System.out.println(2); }
        public void printHelp() { text(); }
        private void text() { System.out.println(3); }
        public void repair() { System.out.println(4); }
        public void index() { System.out.println(5); }
        public void search() { System.out.println(6); }
        public void own() { mine(); }
        public void mine() { System.out.println(7); }
      }
      """;

  private static final String MAIN =
      """
      package tool;

      public class Main {
        public static void main(String[] args) {
          Types types = new Types();
          if (args[0].equals("types")) {
            types.list();
            System.exit(0);
          }
          try {
            types.check();
            types.index();
            types.search();
            types.own();
          } catch (IllegalStateException e) {
            types.repair();
          }
          types.printHelp();
          System.exit(0);
        }
      }
      """;

  private static final String CHOICE =
      """
      package tool;

      public class Choice {
        public static void main(String[] args) {
          Types types = new Types();
          switch (args.length) {
            case 1: types.index(); System.exit(0); break;
            case 2: types.search(); System.exit(0); break;
            default: break;
          }
          types.check();
        }
      }
      """;

  private static Set<String> asides(String... units) {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(units)), Catalogue.bundled());
    Asides asides = new Asides(linked);
    return linked.roots().stream()
        .filter(method -> method.ref().simpleOwner().equals("Types"))
        .filter(asides::only)
        .map(method -> method.ref().name())
        .collect(Collectors.toSet());
  }

  @Test
  void what_ends_the_program_beside_its_work_and_what_repairs_it_are() {
    assertEquals(Set.of("list", "each", "printHelp", "text", "repair"), asides(TYPES, MAIN));
  }

  @Test
  void one_of_several_things_that_a_program_can_do_is_not() {
    assertEquals(Set.of("printHelp", "text"), asides(TYPES, CHOICE));
  }
}
