package dev.concur.keep;

import java.io.IOException;

/** Writes and reads values of one type. */
interface Coder {

  void write(RecordWriter out, Object value) throws IOException;

  Object read(RecordReader in) throws IOException;
}
