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

/** How much comes out of databases, archives, pictures and pipes. */
class AmountsOfOthersTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String PROGRAM =
      """
      package others;

      import java.awt.image.BufferedImage;
      import java.io.*;
      import java.nio.file.*;
      import java.sql.*;
      import java.util.*;
      import java.util.stream.*;
      import java.util.zip.*;

      public class Others {
        record Member(long id, String name, Set<String> tags) {}

        static Set<String> tags(String text) {
          return Arrays.stream(text.split(",")).map(String::trim).collect(Collectors.toSet());
        }

        List<Member> members(Connection connection) throws SQLException {
          List<Member> found = new ArrayList<>();
          try (PreparedStatement query = connection.prepareStatement("select * from member");
              ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              found.add(new Member(rows.getLong(1), rows.getString(2), tags(rows.getString(3))));
            }
          }
          return found;
        }

        String report(Connection connection) throws SQLException {
          StringBuilder report = new StringBuilder();
          for (Member member : members(connection)) {
            report.append(String.format("%d %s%n", member.id(), member.name()));
          }
          return report.toString();
        }

        String report(List<Member> members) {
          StringBuilder report = new StringBuilder();
          for (Member member : members) {
            report.append(String.format("%d %s%n", member.id(), member.name()));
          }
          return report.toString();
        }

        BufferedImage icon() { return new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB); }

        BufferedImage canvas(int width, int height) {
          return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        }

        List<String> shown(List<Path> files, Path home) {
          return files.stream().map(home::relativize).map(Path::toString).toList();
        }

        List<String> shownNames(List<String> files) {
          return files.stream().map(file -> file.replace('/', '.')).toList();
        }

        String heard(PipedReader from) throws IOException {
          return new BufferedReader(from).readLine();
        }

        byte[] packedCode(String id) throws IOException {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(id.getBytes());
          }
          return out.toByteArray();
        }

        byte[] packed(byte[] file) throws IOException {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(file);
          }
          return out.toByteArray();
        }

        static byte[] gzip(byte[] file) throws IOException {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(file);
          }
          return out.toByteArray();
        }

        byte[] packedAnswer(java.net.http.HttpClient http, java.net.http.HttpRequest request)
            throws Exception {
          return gzip(
              http.send(request, java.net.http.HttpResponse.BodyHandlers.ofByteArray()).body());
        }

        String trimmedAnswer(java.net.http.HttpClient http, java.net.http.HttpRequest request)
            throws Exception {
          String body =
              http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
          return body.replace('\\n', ' ').toLowerCase().trim();
        }

        void bundled(Path archive, Map<String, byte[]> documents) throws IOException {
          try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
              zip.putNextEntry(new ZipEntry(document.getKey()));
              zip.write(document.getValue());
              zip.closeEntry();
            }
          }
        }

        int marks(Path file) throws IOException {
          int marks = 0;
          try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
              marks += next == '#' ? 1 : 0;
            }
          }
          return marks;
        }

        private static String[] splitAt(String text, char by) {
          List<String> parts = new ArrayList<>();
          int from = 0;
          for (int to = text.indexOf(by); to >= 0; to = text.indexOf(by, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
          }
          parts.add(text.substring(from));
          return parts.toArray(new String[0]);
        }

        int longest(String line) {
          int longest = 0;
          for (String field : splitAt(line, '|')) {
            for (String part : splitAt(field, '^')) {
              longest = Math.max(longest, part.length());
            }
          }
          return longest;
        }

        String query(Map<String, String> values) {
          return values.entrySet().stream()
              .map(value -> value.getKey() + "=" + java.net.URLEncoder.encode(value.getValue()))
              .collect(Collectors.joining("&"));
        }

        Map<String, List<Member>> byName(List<Member> members) {
          return members.stream().collect(Collectors.groupingBy(Member::name));
        }

        List<String> tokens(String document) {
          List<String> tokens = new ArrayList<>();
          StringTokenizer words = new StringTokenizer(document);
          while (words.hasMoreTokens()) {
            tokens.add(words.nextToken());
          }
          return tokens;
        }

        int editDistance(String word, String name) {
          int[] before = new int[name.length() + 1];
          for (int i = 1; i <= word.length(); i++) {
            int[] now = new int[before.length];
            for (int j = 1; j < now.length; j++) {
              now[j] = word.charAt(i - 1) == name.charAt(j - 1) ? before[j - 1] : now[j - 1] + 1;
            }
            before = now;
          }
          return before[name.length()];
        }
      }
      """;

  @BeforeAll
  static void label() {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(PROGRAM)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      LABELS.put(key(method), costs.label(method));
    }
  }

  private static String key(MethodFacts method) {
    boolean query = method.ref().descriptor().startsWith("(Ljava/sql/Connection;");
    return method.ref().name() + (query ? " of a query" : "");
  }

  @Test
  void rows_of_a_query_are_mapped_faster_than_they_are_waited_for() {
    assertEquals(Bound.IO, bound("members of a query"));
  }

  @Test
  void what_a_query_answered_is_some_records_also_for_whoever_asked_for_it() {
    assertEquals(Bound.IO, bound("report of a query"));
    assertEquals(Bound.CPU, bound("report"));
  }

  @Test
  void a_picture_is_as_large_as_it_was_made() {
    assertEquals(Bound.LIGHT, bound("icon"));
    assertEquals(Bound.CPU, bound("canvas"));
  }

  @Test
  void files_that_are_handed_in_are_few() {
    assertEquals(Bound.LIGHT, bound("shown"));
    assertEquals(Bound.CPU, bound("shownNames"));
  }

  @Test
  void a_pipe_is_filled_by_another_thread_whoever_made_it() {
    assertEquals(Bound.IO, bound("heard"));
  }

  @Test
  void what_is_compressed_is_as_long_as_the_text_it_was() {
    double code = cpu("packedCode");
    double file = cpu("packed");
    assertEquals(true, code < file / 10, code + " and " + file);
  }

  @Test
  void an_array_as_long_as_an_array_as_long_as_a_text_is_as_long_as_that() {
    assertEquals(Bound.LIGHT, bound("editDistance"));
  }

  @Test
  void what_is_compressed_beside_waiting_is_compressed_on_purpose() {
    assertEquals(Bound.MIXED, bound("packedAnswer"));
    assertEquals(Bound.IO, bound("trimmedAnswer"));
  }

  @Test
  void what_goes_into_an_archive_beside_others_is_small_and_not_many() {
    assertEquals(Bound.MIXED, bound("bundled"));
  }

  @Test
  void a_buffer_is_filled_seldom_and_yet_from_a_disk() {
    assertEquals(Bound.MIXED, bound("marks"));
  }

  @Test
  void parts_of_a_line_are_few_whoever_splits_it() {
    assertEquals(Bound.LIGHT, bound("longest"));
  }

  @Test
  void a_map_from_names_to_texts_is_a_handful_of_settings() {
    assertEquals(Bound.LIGHT, bound("query"));
  }

  @Test
  void grouping_looks_up_a_map_for_every_element() {
    assertEquals(Bound.CPU, bound("byName"));
  }

  @Test
  void a_document_has_many_words() {
    assertEquals(Bound.CPU, bound("tokens"));
  }

  private static Bound bound(String method) {
    return LABELS.get(method).bound();
  }

  private static double cpu(String method) {
    return LABELS.get(method).cost().orElseThrow().cpu().middle();
  }
}
