package io.bandstand.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts what passes, and drops a byte order mark. */
public final class CountingReader extends FilterReader {

  private long count;

  public CountingReader(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int c = in.read();
    if (c == 0xfeff && count == 0) {
      c = in.read();
    }
    if (c >= 0) {
      count++;
    }
    return c;
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int first = read();
    if (first < 0) {
      return -1;
    }
    buffer[from] = (char) first;
    int more = length == 1 ? 0 : Math.max(0, in.read(buffer, from + 1, length - 1));
    count += more;
    return more + 1;
  }

  public long count() {
    return count;
  }
}
