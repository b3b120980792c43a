package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.model.Remark;
import dev.concur.read.ClassFiles;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RemarksTest {

  /** Processes that are read, sent elsewhere, given away, waited for with a limit, or nothing. */
  static final class Exports {

    int unread(String program) throws IOException, InterruptedException {
      Process process = new ProcessBuilder(program).start();
      int exit = process.waitFor();
      process.getInputStream().readAllBytes();
      return exit;
    }

    int read(String program) throws IOException, InterruptedException {
      Process process = new ProcessBuilder(program).start();
      process.getInputStream().readAllBytes();
      return process.waitFor();
    }

    int sent(String program) throws IOException, InterruptedException {
      Process process = new ProcessBuilder(program).redirectOutput(Redirect.DISCARD).start();
      return process.waitFor();
    }

    int given(String program) throws IOException, InterruptedException {
      Process process = new ProcessBuilder(program).start();
      new Thread(() -> drain(process)).start();
      return process.waitFor();
    }

    boolean limited(String program) throws IOException, InterruptedException {
      return new ProcessBuilder(program).start().waitFor(1, TimeUnit.SECONDS);
    }

    private static void drain(Process process) {
      process.getInputStream();
    }
  }

  @Test
  void a_process_that_is_waited_for_before_it_is_read_is_odd() {
    assertEquals(List.of(Remark.UndrainedProcess.class), remarks("unread"));
  }

  @Test
  void one_that_is_read_before_is_not() {
    assertEquals(List.of(), remarks("read"));
  }

  @Test
  void one_whose_output_goes_elsewhere_is_not() {
    assertEquals(List.of(), remarks("sent"));
  }

  @Test
  void one_that_others_may_read_is_not() {
    assertEquals(List.of(), remarks("given"));
  }

  @Test
  void one_that_is_waited_for_with_a_limit_is_not() {
    assertEquals(List.of(), remarks("limited"));
  }

  private static List<Class<?>> remarks(String method) {
    Linked linked =
        Linked.of(ProgramReader.read(ClassFiles.of(Exports.class)), Catalogue.bundled());
    MethodFacts facts =
        linked.roots().stream()
            .filter(m -> m.ref().name().equals(method))
            .findFirst()
            .orElseThrow();
    return new Remarks(linked).of(facts).stream().<Class<?>>map(Object::getClass).toList();
  }
}
