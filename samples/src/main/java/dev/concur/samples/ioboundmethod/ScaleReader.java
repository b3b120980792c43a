package dev.concur.samples.ioboundmethod;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Weights that a scale in the hall sends, one a line. The stream came in by the constructor. */
public final class ScaleReader {

  private final BufferedReader lines;

  private ScaleReader(InputStream weights) {
    this.lines = new BufferedReader(new InputStreamReader(weights, StandardCharsets.US_ASCII));
  }

  /** Connects to a scale. */
  public static ScaleReader connect(String host, int port) throws IOException { // label: io network
    Socket socket = new Socket(host, port);
    return new ScaleReader(socket.getInputStream());
  }

  /** The next weight, in grams. */
  public long next() throws IOException { // label: io network
    return Long.parseLong(lines.readLine());
  }
}
