package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.model.HandOff;
import dev.concur.model.Loop;
import dev.concur.read.ClassFiles;
import dev.concur.read.ProgramReader;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.net.URL;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ElementsTest {

  /** Work whose size the code tells, and work whose rounds share something or do not. */
  static final class Work {

    private static final Random DICE = new Random();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private int step;

    long filled() {
      List<Integer> questions = new ArrayList<>();
      for (int i = 0; i < 70; i++) {
        questions.add(i);
      }
      return filled(questions);
    }

    private long filled(List<Integer> questions) {
      long sum = 0;
      for (int question : questions) {
        sum += ask(question);
      }
      return sum;
    }

    long untilNoneIsLeft(Iterator<Integer> questions) {
      List<Integer> asked = new ArrayList<>();
      for (int i = 0; i < 100_000; i++) {
        if (!questions.hasNext()) {
          break;
        }
        asked.add(questions.next());
      }
      long sum = 0;
      for (int question : asked) {
        sum += ask(question);
      }
      return sum;
    }

    long ofTheClassPath(ClassLoader loader) throws IOException {
      long sum = 0;
      Enumeration<URL> found = loader.getResources("questions");
      while (found.hasMoreElements()) {
        sum += ask(found.nextElement().hashCode());
      }
      return sum;
    }

    long upToNoLimit() {
      long sum = 0;
      for (int i = 0; i < Integer.getInteger("last", Integer.MAX_VALUE); i++) {
        sum += ask(i);
      }
      return sum;
    }

    long forEachGiven(String... args) {
      Object[] models = new Object[args.length];
      long sum = 0;
      for (int i = 0; i < models.length; i++) {
        sum += ask(i);
      }
      return sum;
    }

    long ofThatInAList(ClassLoader loader) throws IOException {
      long sum = 0;
      for (URL found : Collections.list(loader.getResources("questions"))) {
        sum += ask(found.hashCode());
      }
      return sum;
    }

    long ofPlugins() {
      long sum = 0;
      for (Runnable plugin : ServiceLoader.load(Runnable.class)) {
        sum += ask(plugin.hashCode());
      }
      return sum;
    }

    long upToItsLimit(IntBuffer numbers) {
      long sum = 0;
      for (int i = 0; i < numbers.limit(); i++) {
        sum += numbers.get(i);
      }
      return sum;
    }

    boolean cleans() {
      return Cleaner.create() == null;
    }

    long byDefault() {
      int many = Integer.getInteger("many", 30);
      long sum = 0;
      for (int i = 0; i < many; i++) {
        sum += ask(i);
      }
      return sum;
    }

    double counted() {
      double value = 0;
      for (step = 0; step < 3_000_000; step++) {
        value = Math.sqrt(value + step);
      }
      return value;
    }

    void blurred(float[] from, float[] to) {
      for (int y = 0; y < 2_000; y++) {
        for (int x = 0; x < 1_000; x++) {
          to[y * 1_000 + x] = from[y * 1_000 + x] / 2;
        }
      }
    }

    void inPlace(float[] picture) {
      for (int y = 1; y < 2_000; y++) {
        for (int x = 0; x < 1_000; x++) {
          picture[y * 1_000 + x] += picture[y * 1_000 + x - 1_000];
        }
      }
    }

    void rows(float[] from, float[] to) {
      for (int y = 0; y < 2_000; y++) {
        row(from, to, y);
      }
    }

    private static void row(float[] from, float[] to, int y) {
      for (int x = 0; x < 1_000; x++) {
        to[y * 1_000 + x] = from[y * 1_000 + x] / 2;
      }
    }

    void sameRow(float[] from, float[] to) {
      for (int y = 0; y < 2_000; y++) {
        row(from, to, 7);
      }
    }

    double[] columns() {
      double[][] columns = new double[50][400_000];
      double[] sums = new double[50];
      for (int i = 0; i < 50; i++) {
        sums[i] = sum(columns[i]);
      }
      return sums;
    }

    private static double sum(double[] column) {
      double sum = 0;
      for (double value : column) {
        sum += value;
      }
      return sum;
    }

    double thrown() {
      double sum = 0;
      for (int i = 0; i < 1_000_000; i++) {
        sum += DICE.nextDouble();
      }
      return sum;
    }

    String page() {
      long name = ask(1);
      long orders = ask(2);
      return name + " " + orders;
    }

    String chained() {
      long name = ask(1);
      long orders = ask(name);
      return name + " " + orders;
    }

    List<Integer> streamed() {
      List<CompletableFuture<Integer>> all =
          IntStream.range(0, 90)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> (int) ask(i), pool))
              .collect(Collectors.toList());
      return all.stream().map(CompletableFuture::join).collect(Collectors.toList());
    }

    List<Future<Long>> together() throws InterruptedException {
      List<Callable<Long>> calls = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        int question = i;
        calls.add(() -> ask(question));
      }
      return pool.invokeAll(calls);
    }

    static long ask(long question) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return question;
    }
  }

  private final Costs costs =
      Costs.of(
          Linked.of(
              ProgramReader.read(ClassFiles.of(Work.class, Kept.class)), Catalogue.bundled()));

  @Test
  void a_list_is_as_long_as_the_loop_that_fills_it() {
    assertEquals(List.of(70.0), trips("filled"));
  }

  @Test
  void a_limit_before_which_a_loop_may_end_counts_nothing() {
    assertFalse(trips("untilNoneIsLeft").contains(100_000.0));
  }

  @Test
  void the_largest_number_is_no_limit() {
    assertFalse(trips("upToNoLimit").contains((double) Integer.MAX_VALUE));
  }

  @Test
  void what_is_made_for_each_argument_is_as_few_as_these() {
    assertEquals(List.of(10.0), trips("forEachGiven"));
  }

  @Test
  void a_program_has_few_plugins_and_few_resources_of_one_name() {
    assertEquals(
        List.of(10.0, 10.0, 10.0),
        Stream.of("ofTheClassPath", "ofThatInAList", "ofPlugins")
            .flatMap(method -> trips(method).stream())
            .toList());
  }

  /** Collections in fields. */
  static final class Kept {
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Integer> more = new ArrayList<>();
    private final int[] drawn = new Random(7).ints(90).toArray();

    Kept() {
      for (int i = 0; i < 80; i++) {
        numbers.add(i);
        more.add(i);
      }
    }

    void add(int number) {
      more.add(number);
    }

    long overNumbers() {
      long sum = 0;
      for (int number : numbers) {
        sum += new Work().ask(number);
      }
      return sum;
    }

    long overMore() {
      long sum = 0;
      for (int number : more) {
        sum += new Work().ask(number);
      }
      return sum;
    }

    long overDrawn() {
      long sum = 0;
      for (int number : drawn) {
        sum += new Work().ask(number);
      }
      return sum;
    }
  }

  @Test
  void a_list_in_a_field_is_as_long_as_the_constructor_makes_it() {
    assertEquals(80, loops("overNumbers").get(0).trips().middle());
    assertEquals(90, loops("overDrawn").get(0).trips().middle());
  }

  @Test
  void a_list_that_grows_later_is_of_no_known_length() {
    assertEquals(1_000, loops("overMore").get(0).trips().middle());
  }

  @Test
  void an_array_of_arrays_says_how_long_those_in_it_are() {
    assertEquals(List.of(400_000.0), trips("sum"));
  }

  @Test
  void a_limit_that_is_asked_for_is_no_limit_that_is_set() {
    assertEquals(1, trips("upToItsLimit").size());
  }

  @Test
  void what_the_reference_package_makes_is_no_reference() {
    assertEquals(List.of(), trips("cleans"));
  }

  @Test
  void a_setting_is_taken_for_its_default() {
    assertEquals(List.of(30.0), trips("byDefault"));
  }

  @Test
  void a_counter_may_be_a_field() {
    assertEquals(List.of(3_000_000.0), trips("counted"));
  }

  @Test
  void rounds_that_write_places_of_their_own_are_independent() {
    assertEquals(List.of(true), independent("blurred"));
    assertEquals(List.of(true), independent("rows"));
  }

  @Test
  void rounds_that_write_the_same_places_or_read_those_of_others_are_not() {
    assertEquals(List.of(false), independent("sameRow"));
    assertEquals(false, independent("inPlace").get(0));
  }

  @Test
  void rounds_that_draw_from_one_generator_need_one_for_each_thread() {
    assertEquals(List.of(true), independent("thrown"));
    assertEquals(1, loops("thrown").get(0).own().size());
  }

  @Test
  void calls_in_a_row_that_need_no_answer_of_each_other_are_like_rounds() {
    assertEquals(List.of(2.0), trips("page"));
    assertEquals(List.of(), trips("chained"));
  }

  @Test
  void a_task_is_given_away_for_each_element_of_the_pipeline_around_it() {
    assertEquals(List.of(90.0), times("lambda$streamed"));
  }

  @Test
  void a_collection_of_tasks_is_as_many_as_were_put_into_it() {
    assertEquals(List.of(60.0), times("together"));
  }

  private List<Double> trips(String method) {
    return loops(method).stream().map(loop -> loop.trips().middle()).toList();
  }

  private List<Boolean> independent(String method) {
    return loops(method).stream().map(Loop::independent).toList();
  }

  private List<Loop> loops(String method) {
    return costs.loops().stream().filter(loop -> loop.at().method().equals(method)).toList();
  }

  private List<Double> times(String method) {
    return costs.handOffs().stream()
        .filter(handOff -> handOff.at().method().startsWith(method))
        .map(HandOff::times)
        .map(times -> times.middle())
        .toList();
  }
}
