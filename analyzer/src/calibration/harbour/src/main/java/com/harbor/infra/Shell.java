package com.harbor.infra;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tools of the machine. */
public final class Shell {

  private Shell() {}

  public static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor();
  }

  public static List<String> lines(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    List<String> lines;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines = in.lines().collect(Collectors.toList());
    }
    process.waitFor();
    return lines;
  }

  /** What the tool makes of the text. */
  public static String filter(String text, String command)
      throws IOException, InterruptedException {
    Process process = Runtime.getRuntime().exec(new String[] {"sh", "-c", command});
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed");
    }
    return out;
  }

  static List<String> command(String tool, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments.size() + 1);
    all.add(tool);
    all.addAll(arguments);
    return all;
  }
}
