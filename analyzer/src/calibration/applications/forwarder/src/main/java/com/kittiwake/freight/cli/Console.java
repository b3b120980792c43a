package com.kittiwake.freight.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;

/** Questions at the gate terminal. */
public class Console {
  private final BufferedReader keys;

  public Console(InputStream in) {
    keys = new BufferedReader(new InputStreamReader(in));
  }

  public static Console ofTerminal() {
    return new Console(System.in);
  }

  public String ask(String question) throws IOException {
    System.out.print(question);
    System.out.flush();
    return keys.readLine();
  }

  /** The number of the choice, counted from 1. */
  public int choose(List<String> choices) throws IOException {
    String answer = ask(menu(choices));
    int n = number(answer);
    if (n < 1 || n > choices.size()) {
      throw new IOException("there is no choice " + answer);
    }
    return n;
  }

  String menu(List<String> choices) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < choices.size(); i++) {
      b.append(String.format(Locale.ROOT, "%2d  %s%n", i + 1, choices.get(i)));
    }
    return b.append("> ").toString();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
