package dev.concur.verify.live;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.Buffer;
import java.util.Arrays;

/**
 * The arguments of a call, and how to put those that a call uses up or adds to back to where they
 * were, so that the next call does the same work.
 */
final class Rewind {

  private final Object[] arguments;
  private final int[] lengths;

  Rewind(Object[] arguments) {
    this.arguments = arguments;
    this.lengths = Arrays.stream(arguments).mapToInt(Rewind::length).toArray();
  }

  /** As they were when they were made. */
  Object[] rewound() {
    for (int k = 0; k < arguments.length; k++) {
      rewind(arguments[k], lengths[k]);
    }
    return arguments;
  }

  private static int length(Object argument) {
    return argument instanceof StringBuilder || argument instanceof StringBuffer
        ? ((CharSequence) argument).length()
        : 0;
  }

  private static void rewind(Object argument, int length) {
    if (argument instanceof ByteArrayInputStream in) {
      in.reset();
    } else if (argument instanceof StringReader reader) {
      rewind(reader);
    } else if (argument instanceof ByteArrayOutputStream out) {
      out.reset();
    } else if (argument instanceof StringWriter writer) {
      writer.getBuffer().setLength(0);
    } else if (argument instanceof StringBuilder builder) {
      builder.setLength(length);
    } else if (argument instanceof StringBuffer buffer) {
      buffer.setLength(length);
    } else if (argument instanceof Buffer buffer) {
      buffer.clear();
    }
  }

  private static void rewind(StringReader reader) {
    try {
      reader.reset();
    } catch (IOException closed) {
      // Readers that we make stay open.
    }
  }
}
