package dev.concur.verify;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** Code that takes few of the values that could be made up for it. */
final class Wanting {

  private Wanting() {}

  /** Opens what it has sealed, and nothing else, once it has a key; of its modes one is known. */
  static final class Safe {
    private static final byte KEY = 0x5a;

    private String key;
    private String mode = "plain";

    void setKey(String key) {
      this.key = key;
    }

    void setMode(String mode) {
      this.mode = mode;
    }

    private void ready() {
      if (!mode.equals("plain")) {
        throw new IllegalStateException("there is no such mode");
      }
      if (key == null) {
        throw new IllegalStateException("key not set");
      }
    }

    byte[] seal(byte[] plain) {
      ready();
      byte[] sealed = new byte[plain.length + 2];
      byte sum = 0;
      for (int k = 0; k < plain.length; k++) {
        sealed[k] = (byte) (plain[k] ^ KEY);
        sum += (byte) (31 * sealed[k] + k);
      }
      sealed[plain.length] = KEY;
      sealed[plain.length + 1] = sum;
      return sealed;
    }

    byte[] open(byte[] sealed) {
      ready();
      int length = sealed.length - 2;
      byte sum = 0;
      for (int k = 0; k < length; k++) {
        sum += (byte) (31 * sealed[k] + k);
      }
      if (sealed[length] != KEY || sealed[length + 1] != sum) {
        throw new IllegalArgumentException("not sealed here");
      }
      byte[] plain = new byte[length];
      for (int round = 0; round < 50; round++) {
        for (int k = 0; k < length; k++) {
          plain[k] = (byte) (sealed[k] ^ KEY ^ round ^ round);
        }
      }
      return plain;
    }
  }

  /** Finds the place of a value on a grid, whose points must rise. */
  static double between(double[] points, double value) {
    for (int k = 1; k < points.length; k++) {
      if (points[k] <= points[k - 1]) {
        throw new IllegalArgumentException("points do not rise");
      }
    }
    if (value < points[0] || value > points[points.length - 1]) {
      throw new IllegalArgumentException(value + " is out of range");
    }
    double sum = 0;
    for (int round = 0; round < 200; round++) {
      int k = 1;
      while (points[k] < value) {
        k++;
      }
      sum += (value - points[k - 1]) / (points[k] - points[k - 1]) + round;
    }
    return sum;
  }

  /** The determinant of a matrix that must have an inverse. */
  static double determinant(double[][] rows) {
    double product = 1;
    for (int k = 0; k < rows.length; k++) {
      if (Math.abs(rows[k][k]) < 1e-9) {
        throw new ArithmeticException("singular");
      }
      product *= rows[k][k];
      for (int i = k + 1; i < rows.length; i++) {
        double share = rows[i][k] / rows[k][k];
        for (int j = k; j < rows.length; j++) {
          rows[i][j] -= share * rows[k][j];
        }
      }
    }
    // As it was, for the next call.
    for (int i = rows.length - 1; i > 0; i--) {
      for (int j = 0; j < rows.length; j++) {
        rows[i][j] = i == j ? rows.length : .5;
      }
    }
    return product;
  }

  /** Goes by the kind of what it is given, and does little with any. */
  static String inWords(Object what) {
    if (what instanceof String text) {
      char first = text.charAt(0);
      if (first >= '0' && first <= '9') {
        int rest = text.length() - 1;
        return "number " + rest;
      }
      if (first == '{') {
        int rest = text.length() - 1;
        return "object " + rest;
      }
      if (first == '<') {
        int rest = text.length() - 1;
        return "element " + rest;
      }
      if (first == 'h') {
        int rest = text.length() - 1;
        return "address " + rest;
      }
      if (first == 'U') {
        int rest = text.length() - 1;
        return "encoding " + rest;
      }
      return "text " + text.length();
    }
    return "thing";
  }

  /** Serves whoever comes, for ever, and goes on after an exception. */
  static void serves() throws IOException {
    try (ServerSocket door = new ServerSocket(80)) {
      while (true) {
        try (Socket client = door.accept()) {
          String whose = client.getInetAddress().getHostAddress();
          client.getOutputStream().write(whose.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | RuntimeException next) {
          // Another one comes.
        }
      }
    }
  }

  /** Takes a number of a range that no name tells. */
  static double within(double much) {
    if (much < 20.25 || much > 20.75) {
      throw new IllegalArgumentException(much + " out of [20.25, 20.75] range");
    }
    return spun(much);
  }

  /** Takes as many as there are weights, which no name tells either. */
  static double weighed(double[] values) {
    double[] weights = new double[19];
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += values[k] + weights[k];
    }
    return spun(sum + values[weights.length - 1]);
  }

  /** Takes letters for lengths of codes. */
  static double tallied(char[] lengths) {
    int[] tally = new int[20];
    for (char length : lengths) {
      tally[length]++;
    }
    return spun(tally[1]);
  }

  /** Goes through all choices of so many things out of sixty. */
  static double chosen(int things) {
    if (things == 0) {
      return 1;
    }
    double sum = 0;
    for (int k = 0; k < 60; k++) {
      sum += chosen(things - 1);
    }
    return sum;
  }

  /** Looks for what may be there, as what finds its providers does. */
  static double found(ClassLoader loader) throws IOException {
    int length = 0;
    for (URL each : Collections.list(loader.getResources("META-INF/providers"))) {
      length += each.getPath().length();
    }
    return spun(length);
  }

  private static double spun(double from) {
    double sum = from;
    for (int round = 0; round < 2_000; round++) {
      sum = Math.sqrt(sum + round);
    }
    return sum;
  }
}
