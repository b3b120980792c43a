package com.pawlane.clinic.partners;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The national registry of chips speaks a line protocol. */
public class ChipRegistry implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;
  private final BufferedWriter out;

  public ChipRegistry(String host, int port) throws IOException {
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(host, port), 2000);
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    out =
        new BufferedWriter(
            new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII));
  }

  public synchronized Optional<String> holderOf(String chip) throws IOException {
    ask("FIND", chip);
    return decode(in.readLine());
  }

  private void ask(String verb, String argument) throws IOException {
    out.write(verb);
    out.write(' ');
    out.write(argument);
    out.newLine();
    out.flush();
  }

  static Optional<String> decode(String line) {
    if (line == null || !line.startsWith("OK ")) {
      return Optional.empty();
    }
    return Optional.of(line.substring(3).trim());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
