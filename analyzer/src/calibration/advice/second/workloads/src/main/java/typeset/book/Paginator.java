package typeset.book;

import com.glyphworks.shaper.Layout;
import com.glyphworks.shaper.Shaper;

final class Paginator {
  private final int linesPerPage;

  Paginator(int linesPerPage) {
    this.linesPerPage = linesPerPage;
  }

  int lines(Layout layout) {
    return Math.min(layout.lines(), linesPerPage * 10);
  }

  int pages(int lines) {
    return (lines + linesPerPage - 1) / linesPerPage;
  }

  Shaper shaper(int width) {
    return new Shaper(width);
  }
}
