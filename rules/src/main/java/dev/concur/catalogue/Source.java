package dev.concur.catalogue;

/**
 * Where a piece of knowledge stands.
 *
 * @param file the catalogue file
 * @param line line number, from 1
 * @param text the line as written
 */
public record Source(String file, int line, String text) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
