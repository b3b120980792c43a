package dev.concur.workloads.code;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Asks a server over a connection of its own for each line; the server thinks ten milliseconds. */
public final class EchoQuestions {

  private final String host;
  private final int port;

  public EchoQuestions(String host, int port) {
    this.host = host;
    this.port = port;
  }

  public List<Integer> answers(List<Integer> questions) throws IOException {
    List<Integer> answers = new ArrayList<>();
    for (int question : questions) {
      answers.add(answer(question));
    }
    return answers;
  }

  public int answer(int question) throws IOException {
    try (Socket socket = new Socket(host, port)) {
      socket.getOutputStream().write(question & 127);
      return socket.getInputStream().read();
    }
  }
}
