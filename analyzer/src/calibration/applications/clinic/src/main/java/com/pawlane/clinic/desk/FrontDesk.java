package com.pawlane.clinic.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;

/** The console at the reception. */
public class FrontDesk {
  private final BufferedReader keyboard =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  public Optional<Command> prompt() throws IOException {
    String line = keyboard.readLine();
    return line == null ? Optional.empty() : Optional.of(understand(line));
  }

  public boolean confirm(String question) throws IOException {
    System.out.print(question + " [y/n] ");
    int key = System.in.read();
    while (Character.isWhitespace(key)) {
      key = System.in.read();
    }
    return key == 'y';
  }

  public int askNumber() {
    return new Scanner(System.in).nextInt();
  }

  static Command understand(String line) {
    String[] words = line.strip().split("\\s+");
    Command.Verb verb =
        switch (words[0].toLowerCase(Locale.ROOT)) {
          case "find", "f", "?" -> Command.Verb.FIND;
          case "book", "b" -> Command.Verb.BOOK;
          case "pay", "p" -> Command.Verb.PAY;
          default -> Command.Verb.QUIT;
        };
    return new Command(verb, List.copyOf(Arrays.asList(words).subList(1, words.length)));
  }

  static String table(List<String[]> rows) {
    StringBuilder out = new StringBuilder();
    for (String[] row : rows) {
      out.append(String.join(" | ", row)).append('\n');
    }
    return out.toString();
  }
}
