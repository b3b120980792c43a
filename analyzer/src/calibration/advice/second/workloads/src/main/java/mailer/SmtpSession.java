package mailer;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;

/** A dialog with the mail exchanger: each command waits for its reply. */
class SmtpSession implements Closeable {
  private final Socket socket;
  private final BufferedReader replies;
  private final PrintWriter commands;

  SmtpSession(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    replies = new BufferedReader(new InputStreamReader(socket.getInputStream()));
    commands = new PrintWriter(socket.getOutputStream(), true);
  }

  int command(String line) throws IOException {
    commands.println(line);
    String reply = replies.readLine();
    if (reply == null) {
      throw new IOException("connection lost after " + line);
    }
    return Integer.parseInt(reply.substring(0, 3));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
