package dev.concur.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void the_day_at_the_desk_comes_to_its_end() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Main.day(new PrintStream(said, true, StandardCharsets.UTF_8));

    assertTrue(said.toString(StandardCharsets.UTF_8).endsWith("the operator says: true\n"));
  }
}
