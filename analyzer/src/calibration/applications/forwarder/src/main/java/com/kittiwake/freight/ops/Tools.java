package com.kittiwake.freight.ops;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecuteResultHandler;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteWatchdog;
import org.apache.commons.exec.PumpStreamHandler;

/** Programs of the operating system we rely on. */
public class Tools {
  static CommandLine line(String program, String... args) {
    CommandLine line = new CommandLine(program);
    for (String arg : args) {
      line.addArgument(arg, false);
    }
    return line;
  }

  public String output(String program, String... args) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DefaultExecutor executor = new DefaultExecutor();
    executor.setStreamHandler(new PumpStreamHandler(out));
    executor.setWatchdog(new ExecuteWatchdog(10_000));
    executor.execute(line(program, args));
    return out.toString(StandardCharsets.UTF_8);
  }

  public String filter(String input, String program, String... args) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DefaultExecutor executor = new DefaultExecutor();
    executor.setStreamHandler(
        new PumpStreamHandler(
            out, out, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))));
    executor.execute(line(program, args));
    return out.toString(StandardCharsets.UTF_8);
  }

  public boolean check(Path archive) throws IOException, InterruptedException {
    Process p =
        new ProcessBuilder("gzip", "-t", archive.toString()).redirectErrorStream(true).start();
    if (!p.waitFor(10, TimeUnit.SECONDS)) {
      p.destroy();
      return false;
    }
    return p.exitValue() == 0;
  }

  public DefaultExecuteResultHandler start(String program, String... args) throws IOException {
    DefaultExecuteResultHandler handler = new DefaultExecuteResultHandler();
    new DefaultExecutor().execute(line(program, args), handler);
    return handler;
  }
}
