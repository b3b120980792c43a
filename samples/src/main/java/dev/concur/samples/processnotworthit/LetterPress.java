package dev.concur.samples.processnotworthit;

import java.util.List;

/** Right: the same work, where its data are; cores could share it, without a process. */
public final class LetterPress {

  /** Formats all letters. */
  public List<String> format(List<String> letters) {
    // miss: parallelisable-cpu-loop (how many letters there are and how long they are is guessed)
    return letters.stream().map(LetterPress::wrap).toList(); // expect: parallelisable-cpu-loop
  }

  static String wrap(String letter) {
    StringBuilder wrapped = new StringBuilder(letter.length() + 16);
    int column = 0;
    for (int i = 0; i < letter.length(); i++) {
      char next = letter.charAt(i);
      column = next == '\n' ? 0 : column + 1;
      wrapped.append(column > 72 && next == ' ' ? '\n' : next);
    }
    return wrapped.toString();
  }
}
