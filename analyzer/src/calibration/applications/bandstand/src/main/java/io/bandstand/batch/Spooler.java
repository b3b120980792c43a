package io.bandstand.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Hands things to programs of the machine. */
public class Spooler {

  private final List<String> program;

  public Spooler(List<String> program) {
    this.program = List.copyOf(program);
  }

  List<String> command(Path file, int copies) {
    List<String> command = new ArrayList<>(program);
    if (copies > 1) {
      command.add("-n");
      command.add(Integer.toString(copies));
    }
    command.add(file.toString());
    return command;
  }

  public int print(Path file, int copies) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(file, copies))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroy();
      return -1;
    }
    return process.exitValue();
  }

  /** Gives a text to a program and takes what it says. */
  public static String filter(String text, String... command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream in = process.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
