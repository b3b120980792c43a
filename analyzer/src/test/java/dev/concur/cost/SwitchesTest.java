package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands behind a switch that nobody throws is not what a method does. */
class SwitchesTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String PROGRAM =
      """
      package mill;

      import java.io.*;
      import java.nio.file.*;
      import java.util.*;

      public class Mill {

        private boolean checked;
        private boolean logged = true;
        private boolean opened;
        private boolean given;
        private boolean unwritten;
        private boolean explaining;

        public Mill(boolean given) { this.given = given; }

        public void setChecked(boolean checked) { this.checked = checked; }
        public void setLogged(boolean logged) { this.logged = logged; }
        boolean isChecked() { return checked; }

        private static byte[] read(String name) throws IOException {
          return Files.readAllBytes(Path.of(name));
        }

        int option(String name) throws IOException { return checked ? read(name).length : 0; }

        int got(String name) throws IOException { return isChecked() ? read(name).length : 0; }

        int offByOption(String name) throws IOException { return logged ? 0 : read(name).length; }

        int onByDefault(String name) throws IOException { return logged ? read(name).length : 0; }

        void open() { opened = true; }

        private static final boolean TRACED = Boolean.parseBoolean(System.getProperty("traced"));
        private final boolean slow = Boolean.getBoolean("mill.slow");
        private final boolean cached =
            Boolean.parseBoolean(System.getProperty("mill.cached", "true"));
        private final boolean named = Boolean.parseBoolean(new Scanner(System.in).next());

        int slowly(String name) throws IOException {
          if (!slow) {
            return 0;
          }
          return read(name).length;
        }

        int traced(String name) throws IOException { return TRACED ? read(name).length : 0; }

        int asked(String name) throws IOException {
          return Boolean.getBoolean("mill.read") ? read(name).length : 0;
        }

        int cached(String name) throws IOException { return cached ? read(name).length : 0; }

        int readFrom(String name, int from) throws IOException {
          return named ? read(name).length : from;
        }

        int state(String name) throws IOException { return opened ? read(name).length : 0; }

        int asMade(String name) throws IOException { return given ? read(name).length : 0; }

        int filledIn(String name) throws IOException { return unwritten ? read(name).length : 0; }

        static final class Order {
          private boolean urgent;
          public void setUrgent(boolean urgent) { this.urgent = urgent; }
          public boolean isUrgent() { return urgent; }
        }

        int data(Order order) throws IOException { return order.isUrgent() ? read("a").length : 0; }

        private int grind(String name, boolean coarse) throws IOException {
          return coarse ? read(name).length : 0;
        }

        int fine(String name) throws IOException { return grind(name, false); }
        int finer(String name) throws IOException { return grind(name, false) + 1; }

        private int press(String name, boolean hard) throws IOException {
          return hard ? read(name).length : 0;
        }

        int soft(String name) throws IOException { return press(name, false); }
        int hard(String name) throws IOException { return press(name, true); }

        int scan(String name) throws IOException { return explaining ? read(name).length : 0; }

        private void explain(String name) {
          explaining = true;
          try {
            scan(name);
          } catch (IOException e) {
            name.length();
          }
          explaining = false;
        }

        private IllegalStateException failed(String name) {
          explain(name);
          return new IllegalStateException(name);
        }

        int parse(String name, int next) {
          if (next < 0) {
            throw failed(name);
          }
          return next;
        }
      }
      """;

  @BeforeAll
  static void label_the_program() {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(PROGRAM)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      LABELS.put(method.ref().name(), costs.label(method));
    }
  }

  private static Bound of(String name) {
    return LABELS.get(name).bound();
  }

  @Test
  void an_option_that_is_off_is_hardly_ever_on() {
    assertEquals(Bound.LIGHT, of("option"));
    assertEquals(Bound.LIGHT, of("got"));
  }

  @Test
  void an_option_that_is_on_is_hardly_ever_off() {
    assertEquals(Bound.LIGHT, of("offByOption"));
    assertEquals(Bound.IO, of("onByDefault"));
  }

  @Test
  void a_property_of_the_start_is_hardly_ever_set() {
    assertEquals(Bound.LIGHT, of("slowly"));
    assertEquals(Bound.LIGHT, of("traced"));
    assertEquals(Bound.LIGHT, of("asked"));
  }

  @Test
  void a_property_that_is_on_without_a_word_is_on() {
    assertEquals(Bound.IO, of("cached"));
  }

  @Test
  void what_is_read_at_the_start_is_no_option() {
    assertEquals(Bound.IO, of("readFrom"));
  }

  @Test
  void a_state_that_the_program_enters_is_no_option() {
    assertEquals(Bound.IO, of("state"));
  }

  @Test
  void what_an_object_is_made_with_is_no_option() {
    assertEquals(Bound.IO, of("asMade"));
  }

  @Test
  void a_field_that_nobody_writes_is_filled_by_somebody_unseen() {
    assertEquals(Bound.IO, of("filledIn"));
  }

  @Test
  void a_flag_of_another_object_is_data() {
    assertEquals(Bound.IO, of("data"));
  }

  @Test
  void a_truth_that_all_callers_pass_alike_is_none() {
    assertEquals(Bound.LIGHT, of("grind"));
    assertEquals(Bound.IO, of("press"));
  }

  @Test
  void a_flag_that_is_up_only_while_an_error_is_explained_is_down() {
    assertEquals(Bound.LIGHT, of("scan"));
  }
}
