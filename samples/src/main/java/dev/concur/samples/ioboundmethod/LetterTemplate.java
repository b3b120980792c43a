package dev.concur.samples.ioboundmethod;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * A letter with gaps to fill. A reader in a field as in {@link ScaleReader}, and nothing to wait
 * for.
 */
public final class LetterTemplate {

  private final BufferedReader lines;

  private LetterTemplate(Reader text) {
    this.lines = new BufferedReader(text);
  }

  /** A template from its text. */
  public static LetterTemplate of(String text) { // label: light
    return new LetterTemplate(new StringReader(text));
  }

  /** The next line, filled. */
  public String nextFor(String customer) throws IOException { // label: light
    String line = lines.readLine();
    return line == null ? null : line.replace("{customer}", customer);
  }
}
