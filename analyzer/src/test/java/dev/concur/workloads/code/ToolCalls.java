package dev.concur.workloads.code;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs a tool for each page. */
public final class ToolCalls {

  public static final int PAGES = 12;

  public List<Integer> all() throws IOException, InterruptedException {
    List<Integer> codes = new ArrayList<>();
    for (int page = 0; page < PAGES; page++) {
      codes.add(run(page));
    }
    return codes;
  }

  public int run(int page) throws IOException, InterruptedException {
    Process tool = new ProcessBuilder("sleep", "0.02").start();
    return tool.waitFor();
  }
}
