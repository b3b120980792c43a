package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Cost;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is repeated nobody knows how often is not taken to last for hours. */
class BoundedEstimatesTest {

  private static final double MICROSECOND = 1e3;
  private static final double MILLISECOND = 1e6;
  private static final double SECOND = 1e9;

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String LIBRARY =
      """
      package org.apache.commons.compress.compressors.bzip2;

      import java.io.*;

      public class BZip2CompressorOutputStream extends OutputStream {
        public BZip2CompressorOutputStream(OutputStream out) {}
        @Override public void write(int one) {}
      }
      """;

  private static final String FETCHER =
      """
      package net.fetch;

      import java.io.IOException;
      import java.net.URL;

      public final class Fetcher {
        private static final Fetcher ONLY = new Fetcher();
        public static Fetcher get() { return ONLY; }
        public byte[] fetch(URL url) throws IOException { return url.openStream().readAllBytes(); }
      }
      """;

  private static final String PROGRAM =
      """
      package bounds;

      import java.io.*;
      import java.lang.ref.WeakReference;
      import java.util.*;
      import java.util.concurrent.atomic.AtomicReference;
      import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

      public class Bounds {
        private final AtomicReference<String> head = new AtomicReference<>();
        private Bounds owner;
        private int free;

        Bounds owner() { return owner; }

        void awaitOwner() throws InterruptedException {
          while (owner() != null) { Thread.sleep(100); }
        }

        synchronized int take() throws InterruptedException {
          while (free == 0) wait();
          return free--;
        }

        void swap(String text) {
          while (true) {
            String before = head.get();
            if (head.compareAndSet(before, before + text)) return;
          }
        }

        int again(List<String> names) {
          while (true) {
            try {
              return scan(names);
            } catch (ConcurrentModificationException e) {
              free++;
            }
          }
        }

        private int scan(List<String> names) {
          int sum = 0;
          for (String name : names) sum += name.length();
          return sum;
        }

        static long copy(InputStream in, OutputStream out, long limit) throws IOException {
          byte[] buffer = new byte[4096];
          long copied = 0;
          while (limit > 0) {
            int read = in.read(buffer, 0, 4096);
            if (read < 0) break;
            out.write(buffer, 0, read);
            copied += read;
            limit -= read;
          }
          return copied;
        }

        static long all(byte[] from, OutputStream to) throws IOException {
          return copy(new ByteArrayInputStream(from), to, Long.MAX_VALUE);
        }

        static long counted(long limit) {
          long sum = 0;
          for (long i = 0; i < limit; i++) sum += i * i;
          return sum;
        }

        static long unlimited() { return counted(Long.MAX_VALUE); }

        static byte[] fill(InputStream in, byte[] buffer) throws IOException {
          int at = 0;
          while (at < buffer.length) {
            int read = in.read(buffer, at, buffer.length - at);
            if (read < 0) break;
            at += read;
          }
          return buffer;
        }

        static byte[] filled(byte[] from) throws IOException {
          return fill(new ByteArrayInputStream(from), new byte[from.length]);
        }

        static List<String> tokens(String sql) {
          List<String> tokens = new ArrayList<>();
          int at = 0;
          while (at < sql.length()) {
            int end = sql.charAt(at) == '\\'' ? quoted(sql, at + 1, sql.length()) : word(sql, at, sql.length());
            tokens.add(sql.substring(at, end));
            at = blank(sql, end, sql.length());
          }
          return tokens;
        }

        private static int blank(String sql, int at, int end) {
          while (at < end && sql.charAt(at) <= ' ') {
            at = sql.charAt(at) == '/' ? comment(sql, at + 1, end) : at + 1;
          }
          return at;
        }

        private static int comment(String sql, int at, int end) {
          while (at < end && sql.charAt(at) != '/') at++;
          return at;
        }

        private static int word(String sql, int at, int end) {
          while (at < end && sql.charAt(at) > ' ') at++;
          return blank(sql, at, end);
        }

        private static int quoted(String sql, int at, int end) {
          while (at < end && sql.charAt(at) != '\\'') at++;
          return blank(sql, at, end);
        }

        private final Deque<String> input = new ArrayDeque<>();

        int expression() {
          int value = term();
          do { value += term(); } while (next("+"));
          return value;
        }

        int term() {
          int value = factor();
          do { value *= factor(); } while (next("*"));
          return value;
        }

        int factor() {
          int value = list();
          do { value += list(); } while (next("^"));
          return value;
        }

        int list() {
          int value = atom();
          do { value += atom(); } while (next(","));
          return value;
        }

        int atom() {
          return next("(") ? expression() : input.poll().length();
        }

        private boolean next(String symbol) {
          if (symbol.equals(input.peek())) { input.poll(); return true; }
          return false;
        }

        static final class Node { List<Node> nodes = new ArrayList<>(); Map<String, List<String>> names; }

        int eight(List<Node> nodes) { int n = 0; for (Node node : nodes) n += seven(node); return n; }
        int seven(Node node) { int n = 0; for (Node one : node.nodes) n += six(one); return n; }
        int six(Node node) { int n = 0; for (Node one : node.nodes) n += five(one); return n; }
        int five(Node node) { int n = 0; for (Node one : node.nodes) n += four(one); return n; }
        int four(Node node) { int n = 0; for (Node one : node.nodes) n += three(one); return n; }
        int three(Node node) { int n = 0; for (Node one : node.nodes) n += two(one); return n; }
        int two(Node node) {
          int n = 0;
          for (List<String> names : node.names.values()) for (String name : names) n += name.length();
          return n;
        }

        static byte[] page(java.net.URL url) throws IOException {
          return net.fetch.Fetcher.get().fetch(url);
        }

        static void warned(List<String> names, java.util.logging.Logger log) {
          Set<String> seen = new HashSet<>();
          for (String name : names) {
            if (!seen.add(name)) log.warning(name);
          }
        }

        static int groups(String text, int from, int to) {
          int sum = 0;
          int at = from;
          while (at < to) {
            if (text.startsWith("::", at)) { at += 2; continue; }
            int start = at;
            while (at < to) {
              if (text.startsWith(":", at)) break;
              at++;
            }
            sum += at - start;
          }
          return sum;
        }

        static List<String> pairs(String query) {
          List<String> pairs = new ArrayList<>();
          int at = 0;
          while (at <= query.length()) {
            int end = query.indexOf('&', at);
            if (end == -1) end = query.length();
            pairs.add(query.substring(at, end));
            at = end + 1;
          }
          return pairs;
        }

        static byte[] packed(byte[] content) throws IOException {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          try (OutputStream out = new BZip2CompressorOutputStream(bytes)) { out.write(content); }
          return bytes.toByteArray();
        }
      }
      """;

  @BeforeAll
  static void label() {
    Snippet classes = Snippet.compile(PROGRAM, LIBRARY, FETCHER).rootsIn("bounds");
    Linked linked = Linked.of(ProgramReader.read(classes), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    linked.roots().forEach(method -> LABELS.put(method.ref().name(), costs.label(method)));
  }

  private static Cost cost(String method) {
    return LABELS.get(method).cost().orElseThrow();
  }

  private static void computesLessThan(double nanos, String method) {
    double computes = cost(method).cpu().middle();
    assertTrue(computes < nanos, () -> method + " computes " + computes + " ns");
  }

  @Test
  void who_waits_until_something_is_there_looks_twice() {
    double waits = cost("awaitOwner").waiting().middle();
    assertTrue(waits < SECOND, () -> waits + " ns");
    assertEquals(Bound.IO, LABELS.get("awaitOwner").bound());
    computesLessThan(MICROSECOND, "take");
  }

  @Test
  void who_competes_gets_it_soon() {
    computesLessThan(MICROSECOND, "swap");
  }

  @Test
  void what_is_tried_again_after_a_failure_succeeds_the_first_time() {
    double once = cost("scan").cpu().middle();
    computesLessThan(1.5 * once + 100, "again");
  }

  @Test
  void no_limit_is_no_number() {
    computesLessThan(MILLISECOND, "all");
    computesLessThan(MILLISECOND, "unlimited");
  }

  @Test
  void an_array_is_filled_in_blocks() {
    computesLessThan(100 * MICROSECOND, "filled");
  }

  @Test
  void going_on_in_a_text_does_not_go_through_it_again() {
    computesLessThan(5 * MILLISECOND, "tokens");
  }

  @Test
  void methods_that_call_each_other_go_through_one_tree() {
    computesLessThan(MILLISECOND, "expression");
    computesLessThan(MILLISECOND, "atom");
  }

  @Test
  void a_guess_of_guesses_multiplies_little() {
    computesLessThan(SECOND, "eight");
  }

  @Test
  void what_a_stream_of_a_library_does_is_known_by_what_was_made() {
    assertEquals(Bound.CPU, LABELS.get("packed").bound());
    assertEquals(Kind.COMPRESSION, LABELS.get("packed").kinds().iterator().next());
  }

  @Test
  void the_one_object_of_a_library_is_made_when_its_class_is_initialised() {
    assertEquals(Bound.IO, LABELS.get("page").bound());
    assertEquals(Kind.NETWORK, LABELS.get("page").kinds().iterator().next());
  }

  @Test
  void warnings_are_rare() {
    assertFalse(LABELS.get("warned").blocking());
    assertNotEquals(Bound.MIXED, LABELS.get("warned").bound());
  }

  @Test
  void from_one_place_in_a_text_to_another_it_is_a_word() {
    computesLessThan(50 * MICROSECOND, "groups");
  }

  @Test
  void from_find_to_find_there_are_few_steps() {
    computesLessThan(20 * MICROSECOND, "pairs");
  }
}
