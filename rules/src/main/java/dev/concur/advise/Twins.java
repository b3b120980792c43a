package dev.concur.advise;

import dev.concur.model.Happening;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Spot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls that wait, and the calls of the same library that do the same without. */
final class Twins {

  private static final Map<String, Twin> ALL = read();

  private Twins() {}

  /**
   * One pair.
   *
   * @param owner class of the call that waits
   * @param name its name
   * @param instead the call that does not wait
   */
  record Twin(String owner, String name, String instead) {
    String words() {
      return owner.substring(owner.lastIndexOf('.') + 1) + "." + instead;
    }
  }

  static List<Twin> all() {
    return List.copyOf(ALL.values());
  }

  /** The twin of the call that a task waits in, when it is known. */
  static Optional<Twin> of(Situation situation) {
    return situation.happenings().stream()
        .filter(Happening.Waits.class::isInstance)
        .flatMap(wait -> leaves(wait, situation.program()))
        .map(call -> Optional.ofNullable(ALL.get(key(call.owner(), call.name()))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The last step of a chain, and what is called there. */
  private static Stream<MethodRef> leaves(Happening wait, Program program) {
    if (wait.chain().isEmpty()) {
      return Stream.empty();
    }
    Spot leaf = wait.chain().get(wait.chain().size() - 1);
    Stream<MethodRef> called =
        program.calls(leaf.methodRef()).stream()
            .filter(call -> call.at().line() == leaf.line())
            .map(Program.Call::callee);
    return Stream.concat(Stream.of(leaf.methodRef()), called);
  }

  private static String key(String owner, String name) {
    return owner + "#" + name;
  }

  private static Map<String, Twin> read() {
    InputStream file = Twins.class.getResourceAsStream("twins.txt");
    if (file == null) {
      throw new IllegalStateException("twins.txt is missing");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Twins::parse)
          .collect(Collectors.toMap(twin -> key(twin.owner(), twin.name()), Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Twin parse(String line) {
    String[] words = line.strip().split("[#\\s]+");
    if (words.length != 3) {
      throw new IllegalStateException("twins.txt: expected 'owner#name instead', found: " + line);
    }
    return new Twin(words[0], words[1], words[2]);
  }
}
