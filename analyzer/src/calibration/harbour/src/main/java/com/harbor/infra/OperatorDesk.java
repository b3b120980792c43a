package com.harbor.infra;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Scanner;

/** Asks the person at the terminal. */
public class OperatorDesk {

  private final BufferedReader keyboard;

  public OperatorDesk() {
    keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  public boolean confirm() throws IOException {
    String line = keyboard.readLine();
    return line != null && line.toLowerCase(Locale.ROOT).startsWith("y");
  }

  public static int menuChoice() {
    Scanner scanner = new Scanner(System.in);
    while (!scanner.hasNextInt()) {
      scanner.next();
    }
    return scanner.nextInt();
  }

  /** Reads a command of one letter. */
  public static char key() throws IOException {
    int c = System.in.read();
    while (Character.isWhitespace(c)) {
      c = System.in.read();
    }
    return (char) c;
  }

  /** Answers prepared by a script. */
  // miss: said cpu: the script has three numbers, and a text counts as some
  public static int scripted(String script) {
    InputStream in = new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8));
    Scanner scanner = new Scanner(in, StandardCharsets.UTF_8);
    int sum = 0;
    while (scanner.hasNextInt()) {
      sum += scanner.nextInt();
    }
    return sum;
  }
}
