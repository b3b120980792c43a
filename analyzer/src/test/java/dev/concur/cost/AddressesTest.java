package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is behind an address is told by what it was made of. */
class AddressesTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String PROGRAM =
      """
      package types;

      import java.io.*;
      import java.net.*;
      import java.nio.file.Path;
      import java.util.*;

      public class Types {

        interface Finder { URL find(String name) throws IOException; }

        static final class Places implements Finder {
          public URL find(String name) throws IOException {
            Path file = Path.of(name);
            return file.toFile().exists()
                ? file.toUri().toURL()
                : Types.class.getClassLoader().getResource("types/" + name);
          }
        }

        private final Finder finder = new Places();
        private final URL form = Types.class.getResource("form.txt");

        static Properties read(URL url) throws IOException {
          Properties all = new Properties();
          try (InputStream in = url.openStream()) {
            all.load(in);
          }
          return all;
        }

        static int connected(URL url) throws IOException {
          return url.openConnection().getInputStream().read();
        }

        Properties found(String name) throws IOException { return read(finder.find(name)); }

        int kept() throws IOException { return form.openStream().read(); }

        int beside() throws IOException { return new URL(form, "other.txt").openStream().read(); }

        int there(ClassLoader loader) throws Exception {
          return connected(loader.getResource("a").toURI().resolve("b").toURL());
        }

        int all(ClassLoader loader) throws IOException {
          int sum = 0;
          Enumeration<URL> each = loader.getResources("META-INF/types");
          while (each.hasMoreElements()) sum += each.nextElement().openStream().read();
          return sum;
        }

        int inJar(URL url) throws IOException {
          return ((JarURLConnection) url.openConnection()).getInputStream().read();
        }

        int far(String host) throws IOException {
          return connected(new URL("https://" + host + "/types"));
        }

        int given(URI uri) throws IOException { return uri.toURL().openStream().read(); }
      }
      """;

  @BeforeAll
  static void label_the_program() {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(PROGRAM)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      LABELS.put(method.ref().simpleOwner() + "." + method.ref().name(), costs.label(method));
    }
  }

  private static Set<Kind> waits(String method) {
    return Set.copyOf(LABELS.get("Types." + method).kinds().stream().filter(Kind::waits).toList());
  }

  @Test
  void an_address_of_the_class_path_or_of_a_file_is_no_network() {
    assertEquals(Set.of(Kind.DISK), waits("found"));
    assertEquals(Set.of(Kind.DISK), waits("kept"));
  }

  @Test
  void neither_is_one_that_was_made_of_it() {
    assertEquals(Set.of(Kind.DISK), waits("beside"));
    assertEquals(Set.of(Kind.DISK), waits("there"));
  }

  @Test
  void nor_one_of_all_that_a_class_loader_has() {
    assertEquals(Set.of(Kind.DISK), waits("all"));
  }

  @Test
  void a_jar_is_a_file() {
    assertEquals(Set.of(Kind.DISK), waits("inJar"));
  }

  @Test
  void any_other_address_is_one_of_the_network() {
    assertEquals(Set.of(Kind.NETWORK), waits("far"));
    assertEquals(Set.of(Kind.NETWORK), waits("given"));
  }
}
