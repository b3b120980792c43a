package org.sandpiper.lab.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;

/** Questions to the operator at the terminal of the laboratory. */
public final class Console {
  private final BufferedReader in;
  private final PrintStream out;

  public Console(InputStream in, PrintStream out) {
    this.in = new BufferedReader(new InputStreamReader(in));
    this.out = out;
  }

  public String ask(String question) throws IOException {
    out.print(question + "? ");
    out.flush();
    return in.readLine();
  }

  public boolean confirm(String question) throws IOException {
    while (true) {
      String a = ask(question + " (y/n)");
      if (a == null || a.startsWith("n")) return false;
      if (a.startsWith("y")) return true;
    }
  }

  public static String progress(int done, int all) {
    int n = all == 0 ? 0 : 40 * done / all;
    return "[" + "#".repeat(n) + ".".repeat(40 - n) + "] " + done + "/" + all;
  }
}
