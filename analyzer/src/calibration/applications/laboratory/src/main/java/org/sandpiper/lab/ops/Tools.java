package org.sandpiper.lab.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;

/** Programs of others. */
public final class Tools {
  private Tools() {}

  public static String output(String... command)
      throws IOException, InterruptedException, TimeoutException {
    return new ProcessExecutor()
        .command(command)
        .readOutput(true)
        .timeout(30, TimeUnit.SECONDS)
        .exitValueNormal()
        .execute()
        .outputUTF8();
  }

  public static List<String> through(List<String> lines, String... command)
      throws IOException, InterruptedException {
    Process p = new ProcessBuilder(command).start();
    try (var out = p.getOutputStream()) {
      out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
    List<String> result = new ArrayList<>();
    try (BufferedReader r =
        new BufferedReader(new InputStreamReader(p.getInputStream(), StandardCharsets.UTF_8))) {
      for (String l = r.readLine(); l != null; l = r.readLine()) result.add(l);
    }
    if (p.waitFor() != 0) throw new IOException(command[0] + " failed");
    return result;
  }

  public static boolean pingAll(List<ProcessHandle> processes) {
    return processes.stream().allMatch(ProcessHandle::isAlive);
  }
}
