package dev.concur.catalogue;

/**
 * A catalogue line that could not be used; the other lines of its file count all the same.
 *
 * @param file the file's name
 * @param line its number, from 1; 0 when the file as a whole could not be read
 * @param text the line
 * @param expected what should have stood there
 */
public record Problem(String file, int line, String text, String expected) {

  @Override
  public String toString() {
    return file + ":" + line + ": expected " + expected + ": " + text;
  }
}
