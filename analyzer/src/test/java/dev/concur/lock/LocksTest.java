package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guilty locks beside their innocent twins. */
class LocksTest {

  private static final String DIGEST =
      "byte[] digest(byte[] data) throws Exception {"
          + " return java.security.MessageDigest.getInstance(\"SHA-256\").digest(data); }";

  @Test
  void a_static_lock_around_heavy_work_is_a_gil_that_computes() {
    assertEquals(
        GilLike.COMPUTE,
        gil(
            "static A.LOCK",
            "public class A { static final Object LOCK = new Object();"
                + " public static byte[] m(byte[] d) throws Exception {"
                + " synchronized (LOCK) { return "
                + "java.security.MessageDigest.getInstance(\"SHA-256\").digest(d); } } }"));
  }

  @Test
  void a_static_lock_around_a_moment_is_not() {
    assertEquals(
        GilLike.NO,
        gil(
            "static A.LOCK",
            "public class A { static final Object LOCK = new Object(); static int n;"
                + " public static int next() { synchronized (LOCK) { return n++; } } }"));
  }

  @Test
  void the_same_work_outside_the_lock_is_not() {
    assertEquals(
        GilLike.NO,
        gil(
            "static A.LOCK",
            "public class A { static final Object LOCK = new Object(); static int n;"
                + DIGEST.replace("byte[] digest", "public static byte[] digest")
                + " public static void m(byte[] d) throws Exception {"
                + " digest(d); synchronized (LOCK) { n++; } } }"));
  }

  @Test
  void a_static_lock_held_across_a_wait_is_total() {
    assertEquals(
        GilLike.TOTAL,
        gil(
            "static A.LOCK",
            "public class A { static final Object LOCK = new Object();"
                + " public static int m(java.sql.PreparedStatement s) throws Exception {"
                + " synchronized (LOCK) { return s.executeUpdate(); } } }"));
  }

  @Test
  void what_outsiders_supply_counts_as_work_under_a_lock() {
    assertEquals(
        GilLike.TOTAL,
        gil(
            "static A.LOCK",
            "public class A { public interface Maker { Object make(); }"
                + " static class Mine implements Maker { public Object make() { return null; } }"
                + " static final Object LOCK = new Object(); Maker maker = new Mine();"
                + " public A(Maker maker) { this.maker = maker; }"
                + " public Object m() { synchronized (LOCK) { return maker.make(); } } }"));
  }

  @Test
  void one_s_own_implementation_alone_is_seen_through() {
    assertEquals(
        GilLike.NO,
        gil(
            "static A.LOCK",
            "public class A { public interface Maker { Object make(); }"
                + " static class Mine implements Maker { public Object make() { return null; } }"
                + " static final Object LOCK = new Object(); final Maker maker = new Mine();"
                + " public Object m() { synchronized (LOCK) { return maker.make(); } } }"));
  }

  @Test
  void one_enormous_door_does_not_drown_the_others() {
    LockUse use =
        lock(
            "static A.LOCK",
            "public class A { static final Object LOCK = new Object();"
                + DIGEST.replace("byte[] digest", "static byte[] digest")
                + " public static void one(byte[] d) throws Exception {"
                + " synchronized (LOCK) { digest(d); } }"
                + " public static void two(byte[] d) throws Exception {"
                + " synchronized (LOCK) { digest(d); } }"
                + " public static void endless(byte[] d) throws Exception {"
                + " Thread.sleep(100000); synchronized (LOCK) { digest(d); } } }");
    assertTrue(use.heldShare().middle() > 0.5, "held share " + use.heldShare());
  }

  @Test
  void a_lock_that_one_of_many_doors_takes_is_not_most_of_the_work() {
    String doors =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(
                i -> " public static void m" + i + "(byte[] d) throws Exception { digest(d); }")
            .reduce("", String::concat);
    assertEquals(
        GilLike.NO,
        gil(
            "static A.LOCK",
            "public class A { static final Object LOCK = new Object();"
                + DIGEST.replace("byte[] digest", "static byte[] digest")
                + doors
                + " public static void locked(byte[] d) throws Exception {"
                + " synchronized (LOCK) { digest(d); } } }"));
  }

  @Test
  void doors_that_only_try_the_lock_go_around_it() {
    String trying =
        java.util.stream.IntStream.range(0, 3)
            .mapToObj(
                i ->
                    " public static void get"
                        + i
                        + "(byte[] d) throws Exception {"
                        + " if (LOCK.tryLock()) { try { digest(d); } finally { LOCK.unlock(); } } }")
            .reduce("", String::concat);
    assertEquals(
        GilLike.NO,
        gil(
            "static A.LOCK",
            "public class A { static final java.util.concurrent.locks.ReentrantLock LOCK ="
                + " new java.util.concurrent.locks.ReentrantLock();"
                + DIGEST.replace("byte[] digest", "static byte[] digest")
                + trying
                + " public static void sweep(byte[] d) throws Exception {"
                + " LOCK.lock(); try { digest(d); } finally { LOCK.unlock(); } } }"));
  }

  @Test
  void a_value_that_is_made_when_a_lookup_misses_does_not_count() {
    assertEquals(
        GilLike.NO,
        gil(
            "static A.MADE",
            "import java.util.*; public class A {"
                + " static final Map<String, byte[]> MADE = new HashMap<>();"
                + DIGEST.replace("byte[] digest", "static byte[] digest")
                + " static void store(String key, byte[] value) { MADE.put(key, value); }"
                + " public static byte[] m(String key) throws Exception { synchronized (MADE) {"
                + " byte[] found = MADE.get(key); if (found == null) {"
                + " found = digest(key.getBytes()); store(key, found); } return found; } } }"));
  }

  @Test
  void what_a_method_of_the_class_makes_once_does_not_count() {
    assertEquals(
        GilLike.NO,
        gil(
            "class A",
            "public class A { static byte[] made;"
                + DIGEST.replace("byte[] digest", "static byte[] digest")
                + " static void make() throws Exception { made = digest(new byte[9]); }"
                + " public static synchronized byte[] get() throws Exception {"
                + " if (made == null) { make(); } return made; } }"));
  }

  @Test
  void an_executor_of_one_thread_is_a_funnel_when_callers_wait_for_it() {
    LockUse use = lock("the one thread of A.ONE", executor("Executors.newSingleThreadExecutor()"));
    assertEquals(List.of(GilLike.TOTAL, Scope.GLOBAL), List.of(use.gilLike(), use.lock().scope()));
  }

  @Test
  void an_executor_of_several_threads_is_not() {
    assertEquals(0, locks(executor("Executors.newFixedThreadPool(8)")).size());
  }

  private static String executor(String made) {
    return "import java.util.concurrent.*; public class A {"
        + " static final ExecutorService ONE = "
        + made
        + ";"
        + " public static Future<Integer> m(java.sql.PreparedStatement s) {"
        + " return ONE.submit(() -> s.executeUpdate()); } }";
  }

  @Test
  void what_is_left_to_one_thread_in_passing_keeps_nobody_waiting_unless_it_lasts() {
    String sender =
        "import java.util.concurrent.*; public class A {"
            + " static final ExecutorService ONE = Executors.newSingleThreadExecutor();"
            + DIGEST
            + " public static void m(byte[] text) { ONE.execute(() -> work(text)); }"
            + " static void work(byte[] text) { try { %s } catch (Exception e) { } } }";
    assertEquals(
        GilLike.NO,
        lock("the one thread of A.ONE", sender.formatted("new A().digest(text);")).gilLike());
    assertEquals(
        GilLike.TOTAL,
        lock("the one thread of A.ONE", sender.formatted("new java.net.Socket(\"host\", 1);"))
            .gilLike());
  }

  @Test
  void a_thread_that_takes_jobs_and_gives_answers_through_queues_is_a_funnel() {
    LockUse use =
        lock(
            "the one thread of Desk",
            "import java.util.concurrent.*; public class Desk {"
                + " public abstract static class Job { public abstract void handle(); }"
                + " private static final class Clerk implements Runnable {"
                + " private final SynchronousQueue<Job> in = new SynchronousQueue<>();"
                + " private final SynchronousQueue<Job> out = new SynchronousQueue<>();"
                + " void process(Job job) throws InterruptedException { in.put(job); out.take(); }"
                + " public void run() { try { while (true) {"
                + " Job job = in.take(); job.handle(); out.put(job); }"
                + " } catch (InterruptedException e) { return; } } }"
                + " private static final Clerk CLERK = new Clerk();"
                + " public void start() { Executors.newSingleThreadExecutor().execute(CLERK); }"
                + " public void process(Job job) throws InterruptedException {"
                + " CLERK.process(job); } }");
    assertEquals(GilLike.TOTAL, use.gilLike());
  }

  @Test
  void one_connection_in_a_static_field_is_a_funnel() {
    assertEquals(1, connections("static java.sql.Connection kept;", "static void").size());
  }

  @Test
  void a_connection_of_each_object_is_not() {
    assertEquals(0, connections("java.sql.Connection kept;", "void").size());
  }

  private static List<LockUse> connections(String field, String method) {
    return locks(
            "public class A { "
                + field
                + " public "
                + method
                + " one() throws Exception { kept.createStatement().executeQuery(\"x\"); }"
                + " public "
                + method
                + " two() throws Exception { kept.commit(); } }")
        .stream()
        .filter(use -> use.lock().id().startsWith("the one connection"))
        .toList();
  }

  @Test
  void a_compute_function_runs_under_the_lock_of_its_bin() {
    LockUse use =
        lock(
            "bin of field A.map",
            "import java.util.concurrent.*; public class A {"
                + " final ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();"
                + " public int m(String k, java.sql.PreparedStatement s) {"
                + " return map.compute(k, (key, old) -> {"
                + " try { return s.executeUpdate(); } catch (Exception e) { return 0; } }); } }");
    assertTrue(use.regions().get(0).has(Happening.Waits.class));
    assertEquals(Scope.PER_KEY, use.lock().scope());
  }

  @Test
  void a_boxed_constant_in_a_static_field_is_told_from_an_object_of_its_own() {
    String source =
        "public class A { static final %s LOCK = %s; static int n;"
            + " public static void m() { synchronized (LOCK) { n++; } } }";
    assertEquals(List.of("constant boxed Integer"), ids(String.format(source, "Integer", "1")));
    assertEquals(List.of("static A.LOCK"), ids(String.format(source, "Object", "new Object()")));
  }

  @Test
  void an_iterator_over_a_collection_of_the_jdk_is_the_jdk_s() {
    assertEquals(
        GilLike.NO,
        gil(
            "static A.LOCK",
            "import java.util.*; public class A {"
                + " static final Object LOCK = new Object();"
                + " static final List<String> NAMES = new ArrayList<>();"
                + " public static class Slow implements Iterator<String> {"
                + " public boolean hasNext() { new java.io.File(\"x\").delete(); return true; }"
                + " public String next() { new java.io.File(\"x\").delete(); return null; } }"
                + " public static Object slow() { return new Slow(); }"
                + " public static boolean m() { synchronized (LOCK) {"
                + " Iterator<String> all = NAMES.iterator(); return all.hasNext(); } } }"));
  }

  @Test
  void a_handler_that_catches_all_keeps_a_lock_from_leaking_into_the_next_round() {
    LockUse use =
        lock(
            "class A",
            "public class A { static int n; static void outside() {"
                + " new java.io.File(\"x\").delete(); }"
                + " public static void m() { for (int i = 0; i < 9; i++) { try { outside();"
                + " synchronized (A.class) { n++; if (n > 5) { n = n / i; } } }"
                + " catch (Throwable failed) { n = 0; } } } }");
    assertEquals(List.of(), use.regions().get(0).happenings());
  }

  @Test
  void a_lock_chosen_by_a_question_says_which() {
    LockUse use =
        lock(
            "static A.ONE",
            "public class A { static final Object ONE = new Object();"
                + " final Object mine = new Object(); boolean many() { return n > 3; } int n;"
                + DIGEST
                + " public void m(byte[] d) throws Exception {"
                + " Object lock = many() ? mine : ONE; synchronized (lock) { digest(d); } } }");
    assertEquals("A.many() says so", use.condition());
  }

  @Test
  void methods_that_run_under_it_from_end_to_end_are_a_share_of_all() {
    LockUse use =
        lock(
            "class A",
            "public class A { static int n; public static synchronized void a() { n++; }"
                + " public static void b() { n++; } }");
    assertEquals(0.5, use.publicMethods());
  }

  @Test
  void a_list_that_tells_its_listeners_under_the_lock_is_no_work() {
    assertEquals(
        GilLike.NO,
        gil(
            "class A",
            "import java.util.*; public class A { static List<int[]> all = new ArrayList<>();"
                + " static void tell() { for (int[] each : all) { for (int i : each) { ask(i); } } }"
                + " static void ask(int i) { for (int[] each : all) { n += each.length; } }"
                + " static int n; public static synchronized void add(int[] one) {"
                + " all.add(one); tell(); } }"));
  }

  @Test
  void a_loop_that_counts_to_a_constant_is_work() {
    assertEquals(
        GilLike.COMPUTE,
        gil(
            "class A",
            "public class A { static long last; public static synchronized long m(long seed) {"
                + " for (int i = 0; i < 40_000; i++) { seed = seed * 31 + i; }"
                + " return last = seed; } }"));
  }

  @Test
  void native_methods_under_the_lock_of_their_object_show_that_it_is_shared() {
    LockUse use =
        lock("this of A", "public class A { public synchronized native int step(long row); }");
    assertEquals(
        List.of(GilLike.COMPUTE, Scope.SHARED_INSTANCE),
        List.of(use.gilLike(), use.lock().scope()));
  }

  @Test
  void what_a_guard_behind_a_getter_allows_once_does_not_count() {
    assertEquals(
        GilLike.NO,
        gil(
            "this of A",
            "public enum A { ONE; boolean made; boolean isMade() { return made; }"
                + DIGEST
                + " public synchronized void make() throws Exception {"
                + " if (!isMade()) { digest(new byte[9]); made = true; } } }"));
  }

  @Test
  void an_empty_soft_reference_is_a_miss() {
    assertEquals(GilLike.NO, gil("static A.MADE", softly("true")));
  }

  @Test
  void a_cache_that_can_be_switched_off_is_no_excuse() {
    assertEquals(GilLike.COMPUTE, gil("static A.MADE", softly("cached")));
  }

  private static String softly(String condition) {
    return "import java.lang.ref.*; import java.util.*; public class A { static boolean cached;"
        + " static final Map<String, Reference<byte[]>> MADE = new HashMap<>();"
        + DIGEST.replace("byte[] digest", "static byte[] digest")
        + " public static byte[] m(String key) throws Exception { synchronized (MADE) {"
        + " byte[] found = null; if ("
        + condition
        + ") { Reference<byte[]> kept = MADE.get(key); found = kept == null ? null : kept.get(); }"
        + " if (found == null) { found = digest(digest(digest(new byte[9])));"
        + " MADE.put(key, new SoftReference<>(found)); } return found; } } }";
  }

  @Test
  void objects_made_for_one_use_are_not_for_all_though_two_threads_meet_at_each() {
    assertEquals(Scope.PER_INSTANCE, lock("this of OneRequest", met("OneRequest")).lock().scope());
  }

  @Test
  void objects_whose_name_says_that_they_serve_many_are_for_all_when_two_threads_meet() {
    assertEquals(Scope.SHARED_INSTANCE, lock("this of Store", met("Store")).lock().scope());
  }

  private static String met(String name) {
    return "public class "
        + name
        + " implements Runnable { int n; public synchronized void run() { n++; }"
        + " public synchronized int seen() { return n; }"
        + " public void begin() { new Thread(this).start(); } }";
  }

  @Test
  void a_thread_that_runs_the_jobs_of_callers_is_a_funnel() {
    assertEquals(GilLike.TOTAL, gil("the one thread of A", worker("public abstract class Job")));
  }

  @Test
  void a_thread_that_runs_its_own_jobs_is_not() {
    List<String> ids = ids(worker("abstract class Job"));
    assertTrue(!ids.contains("the one thread of A"), ids.toString());
  }

  private static String worker(String job) {
    return "import java.util.concurrent.*; public class A implements Runnable { "
        + job.replace("class", "static class")
        + " { boolean done; protected abstract void work();"
        + " public synchronized void await() throws Exception { while (!done) { wait(); } } }"
        + " final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();"
        + " public A() { new Thread(this).start(); }"
        + " public void execute(Job job) { queue.add(job); }"
        + " public void run() { try { while (true) { queue.take().work(); } }"
        + " catch (InterruptedException e) { return; } } }";
  }

  private static GilLike gil(String id, String source) {
    return lock(id, source).gilLike();
  }

  private static LockUse lock(String id, String source) {
    return locks(source).stream()
        .filter(use -> use.lock().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id + " among " + ids(source)));
  }

  private static List<String> ids(String source) {
    return locks(source).stream().map(use -> use.lock().id()).toList();
  }

  private static List<LockUse> locks(String source) {
    Linked linked = Linked.of(Snippet.facts(source), Catalogue.bundled());
    return Locks.of(linked, Costs.of(linked));
  }
}
