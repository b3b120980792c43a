package dev.concur.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.cost.Costs;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DispatchTest {

  @Test
  void a_stream_of_the_jdk_is_not_run_through_the_programs_own_that_wraps_one() {
    String program =
        """
        package pages;

        import java.nio.file.*;
        import java.util.stream.Stream;

        public class Pages {
          static String key(String... parts) {
            Stream<String> all = Stream.of(parts).filter(part -> !part.isEmpty());
            return String.join(":", all.toList());
          }

          static void missing(Stream<Path> wrapped) {
            new Wrapped(wrapped).filter(file -> Files.isWritable((Path) file)).forEach(System.out::println);
          }
        }

        @SuppressWarnings({"rawtypes", "unchecked"})
        class Wrapped implements Stream {
          private final Stream inner;

          Wrapped(Stream inner) {
            this.inner = inner;
          }

          public Stream filter(java.util.function.Predicate predicate) {
            return inner.filter(predicate);
          }

        %s
        }
        """
            .formatted(others());
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(program)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    MethodFacts key =
        linked.roots().stream()
            .filter(method -> method.ref().name().equals("key"))
            .findFirst()
            .orElseThrow();

    assertEquals(Bound.LIGHT, costs.label(key).bound());
  }

  /** Stubs of all that a stream does beside filtering. */
  private static String others() {
    return Arrays.stream(Stream.class.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> !method.getName().equals("filter"))
        .map(DispatchTest::stub)
        .collect(Collectors.joining("\n"));
  }

  private static String stub(Method method) {
    String parameters =
        IntStream.range(0, method.getParameterCount())
            .mapToObj(i -> method.getParameterTypes()[i].getCanonicalName() + " p" + i)
            .collect(Collectors.joining(", "));
    Class<?> declared = method.getReturnType();
    Class<?> type = declared == BaseStream.class ? Stream.class : declared;
    String body =
        type == void.class
            ? ""
            : type == boolean.class
                ? "return false;"
                : type.isPrimitive() ? "return 0;" : "return null;";
    return "public %s %s(%s) { %s }"
        .formatted(type.getCanonicalName(), method.getName(), parameters, body);
  }
}
