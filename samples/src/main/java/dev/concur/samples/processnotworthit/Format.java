package dev.concur.samples.processnotworthit;

/** Formats one letter, as a program. */
public final class Format {

  private Format() {}

  /** Prints the formatted letter. */
  public static void main(String[] args) {
    System.out.println(LetterPress.wrap(args[0]));
  }
}
