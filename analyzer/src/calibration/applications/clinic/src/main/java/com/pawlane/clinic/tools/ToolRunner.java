package com.pawlane.clinic.tools;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Programs of the imaging vendor that we start. */
public class ToolRunner {

  public String version(String program) throws IOException {
    Process process = command(program, "--version").start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      return out.readLine();
    }
  }

  public int run(Path folder, String... words) throws IOException, InterruptedException {
    Process process = command(words).directory(folder.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("timed out: " + words[0]);
    }
    return process.exitValue();
  }

  public String filter(String text, String... words) throws IOException, InterruptedException {
    Process process = command(words).start();
    try (var in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    String result = process.inputReader().lines().collect(Collectors.joining("\n"));
    process.waitFor();
    return result;
  }

  ProcessBuilder command(String... words) {
    List<String> line = new ArrayList<>(List.of("/usr/bin/env"));
    line.addAll(List.of(words));
    return new ProcessBuilder(line).redirectErrorStream(true);
  }
}
