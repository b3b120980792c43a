package dev.concur.read.edit;

import com.github.javaparser.Position;
import com.github.javaparser.Range;

/**
 * One replacement in a text.
 *
 * @param line first line, from 1
 * @param column first column, from 1
 * @param endLine last line
 * @param endColumn column after the last character
 * @param text what stands there afterwards
 */
public record Edit(int line, int column, int endLine, int endColumn, String text) {

  static Edit replace(Range range, String text) {
    return new Edit(
        range.begin.line, range.begin.column, range.end.line, range.end.column + 1, text);
  }

  static Edit insert(Position at, String text) {
    return new Edit(at.line, at.column, at.line, at.column, text);
  }
}
