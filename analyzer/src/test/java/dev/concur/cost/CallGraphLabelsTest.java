package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Labels that depend on finding what a call runs, by whatever way it is called. */
class CallGraphLabelsTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String PROGRAM =
      """
      package hall;

      import java.io.*;
      import java.lang.invoke.*;
      import java.net.Socket;
      import java.nio.file.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;

      public class Hall {
        public interface Job { void run() throws Exception; }

        public static class Copy implements Job {
          public void run() throws IOException { Files.copy(Path.of("a"), Path.of("b")); }
        }

        public static class Count implements Job {
          private int n;
          public void run() { n++; }
        }

        public static class Nap {
          public void lie(int millis) throws InterruptedException { Thread.sleep(millis); }
        }

        void byName() throws Exception {
          Class.forName("hall.Hall$Nap").getMethod("lie", int.class).invoke(new Nap(), 3);
        }

        static Iterable<String> lines(Path file) {
          return () -> {
            try {
              return Files.readAllLines(file).iterator();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          };
        }

        int walked(Path file) {
          int length = 0;
          for (String line : lines(file)) length += line.length();
          return length;
        }

        void onTimer(ScheduledExecutorService timer, Runnable work) throws Exception {
          CountDownLatch done = new CountDownLatch(1);
          timer.schedule(() -> { work.run(); done.countDown(); }, 3, TimeUnit.MILLISECONDS);
          done.await();
        }

        void byLiteral() throws Exception {
          Nap.class.getDeclaredMethod("lie", int.class).invoke(new Nap(), 3);
        }

        void byHandle() throws Throwable {
          MethodHandle lie =
              MethodHandles.lookup()
                  .findVirtual(
                      Nap.class, "lie", MethodType.methodType(void.class, int.class));
          lie.invoke(new Nap(), 3);
        }

        void madeByName() throws Exception {
          Job job =
              (Job) Class.forName("hall.Hall$Count").getDeclaredConstructor().newInstance();
          job.run();
        }

        void services() throws Exception {
          for (Job job : ServiceLoader.load(Job.class)) {
            job.run();
          }
        }

        public static abstract class Sink<T> {
          abstract void put(T value) throws IOException;
        }

        public static class Names extends Sink<String> {
          void put(String value) throws IOException { Files.writeString(Path.of("names"), value); }
        }

        <T> void pour(Sink<T> sink, T value) throws IOException { sink.put(value); }

        public sealed interface Event permits Saved, Shown {}
        public record Saved(Path at) implements Event {
          void write() throws IOException { Files.writeString(at, "x"); }
        }
        public record Shown(String text) implements Event {}

        int handle(Event event) throws IOException {
          if (event instanceof Saved saved) {
            saved.write();
            return 1;
          }
          return event instanceof Shown shown ? shown.text().length() : 0;
        }

        String told(Shown shown) { return "event " + shown + " of " + shown.hashCode(); }

        private final List<Consumer<String>> quiet = new ArrayList<>();
        private final List<Consumer<String>> loud = new CopyOnWriteArrayList<>();
        private final Map<String, Callable<String>> sources = new HashMap<>();
        private int seen;

        Hall() {
          quiet.add(text -> seen++);
          loud.add(text -> slow());
          sources.put("file", () -> Files.readString(Path.of("a")));
        }

        private void slow() {
          try {
            Thread.sleep(5);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }

        void whisper(String text) {
          for (Consumer<String> one : quiet) {
            one.accept(text);
          }
        }

        void shout(String text) { loud.forEach(one -> one.accept(text)); }

        String source(String name) throws Exception { return sources.get(name).call(); }

        interface Rate { double of(double amount); }

        double rated(Rate rate, double amount) { return rate.of(amount); }

        static class Flat implements Rate { public double of(double amount) { return amount / 2; } }

        static class Frames {
          private final DataInputStream in;
          Frames(byte[] bytes) { this(new ByteArrayInputStream(bytes)); }
          Frames(InputStream in) { this.in = new DataInputStream(new BufferedInputStream(in)); }
          int next() throws IOException { return in.readInt(); }
        }

        int fromMemory(byte[] bytes) throws IOException {
          return new Frames(bytes).next();
        }

        int fromNetwork(Socket socket) throws IOException {
          return new Frames(socket.getInputStream()).next();
        }

        static class Relay {
          private final ExecutorService workers;
          private final Runnable work;
          Relay(ExecutorService workers, Runnable work) {
            this.workers = workers;
            this.work = work;
          }
          Future<?> pass() { return submit(work); }
          private Future<?> submit(Runnable task) { return workers.submit(task); }
        }

        private final Relay relay = new Relay(Executors.newCachedThreadPool(), this::slow);

        Future<?> relayed() { return relay.pass(); }

        void relayedAndJoined() throws Exception { relay.pass().get(); }

        Function<String, String> chained(Function<String, String> one) { return one.andThen(one); }

        List<Integer> gathered(ExecutorService workers) throws Exception {
          List<Callable<Integer>> tasks = new ArrayList<>();
          tasks.add(() -> { Thread.sleep(4); return 1; });
          List<Integer> all = new ArrayList<>();
          for (Future<Integer> done : workers.invokeAll(tasks)) {
            all.add(done.get());
          }
          return all;
        }
      }
      """;

  @BeforeAll
  static void label() {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(PROGRAM)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      if (!method.isAbstract()) {
        LABELS.put(method.ref().name(), costs.label(method));
      }
    }
  }

  private static void waits(String method, Kind kind) {
    Label label = LABELS.get(method);
    assertEquals(Bound.IO, label.bound(), () -> method + ": " + label);
    assertEquals(kind, label.kinds().iterator().next(), () -> method + ": " + label);
  }

  private static void light(String method) {
    Label label = LABELS.get(method);
    assertEquals(Bound.LIGHT, label.bound(), () -> method + ": " + label);
    assertFalse(label.blocking(), () -> method + ": " + label);
  }

  @Test
  void methods_looked_up_by_constant_names_run() {
    waits("byName", Kind.SLEEP);
    waits("byLiteral", Kind.SLEEP);
  }

  @Test
  void whoever_waits_for_what_a_timer_runs_waits_for_the_timer() {
    waits("onTimer", Kind.LOCK);
  }

  @Test
  void a_lambda_that_gives_an_iterator_runs_where_it_is_walked() {
    light("lines");
    waits("walked", Kind.DISK);
  }

  @Test
  void method_handles_run_what_they_were_found_for() {
    waits("byHandle", Kind.SLEEP);
  }

  @Test
  void an_object_made_by_reflection_is_of_the_class_that_was_named() {
    light("madeByName");
  }

  @Test
  void services_are_whatever_implements_them() {
    waits("services", Kind.DISK);
  }

  @Test
  void a_bridge_leads_to_the_method_that_was_written() {
    waits("pour", Kind.DISK);
  }

  @Test
  void the_cases_of_a_sealed_type_are_followed() {
    waits("handle", Kind.DISK);
  }

  @Test
  void what_records_and_texts_are_linked_with_is_light() {
    light("told");
  }

  @Test
  void listeners_in_one_list_are_not_those_in_another() {
    light("whisper");
    waits("shout", Kind.SLEEP);
  }

  @Test
  void a_handler_in_a_map_is_found_by_who_takes_it_out() {
    waits("source", Kind.DISK);
  }

  @Test
  void a_callback_of_our_own_type_is_one_of_those_that_we_have() {
    light("rated");
  }

  @Test
  void a_stream_in_a_field_is_the_one_that_its_object_was_made_with() {
    light("fromMemory");
    waits("fromNetwork", Kind.NETWORK);
  }

  @Test
  void tasks_are_followed_through_fields_and_parameters_to_their_executor() {
    assertTrue(LABELS.get("relayed").async());
    light("relayed");
    waits("relayedAndJoined", Kind.SLEEP);
  }

  @Test
  void putting_functions_together_runs_none_of_them() {
    light("chained");
  }

  @Test
  void tasks_in_a_list_are_waited_for_by_what_they_do() {
    waits("gathered", Kind.SLEEP);
  }
}
