package dev.concur.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected hashes are those that CodeQL's own uploader computes for these texts. */
class LineHashTest {

  @Test
  void an_empty_file_has_one_line() {
    assertEquals(List.of("c129715d7a2bc9a3:1"), LineHash.of(""));
  }

  @Test
  void blanks_do_not_matter() {
    assertEquals(
        List.of(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"),
        LineHash.of(" a\nb\n  \t\tc\n d"));
  }

  @Test
  void line_ends_of_any_system_are_the_same() {
    assertEquals(LineHash.of("a\nb\n\nc\n"), LineHash.of("a\r\nb\r\n\rc\n"));
  }

  @Test
  void equal_lines_are_counted() {
    String block = "x\n".repeat(200);
    List<String> hashes = LineHash.of(block);
    assertEquals("1", hashes.get(0).split(":")[1]);
    assertEquals("2", hashes.get(1).split(":")[1]);
  }

  @Test
  void lines_above_do_not_change_the_lines_below() {
    String text = "class A {\n  void a() {}\n}\n";
    assertEquals(LineHash.of(text), LineHash.of("// new\n".repeat(10) + text).subList(10, 14));
  }
}
