package io.bandstand.mail;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Speaks with the mail server, much like SMTP. */
public class Postman implements Closeable {

  private final Socket socket;
  private final BufferedReader in;
  private final Writer out;

  public Postman(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    out =
        new BufferedWriter(
            new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
  }

  public boolean send(Mail mail) throws IOException {
    command("MAIL FROM:<" + mail.from() + ">");
    if (refused(command("RCPT TO:<" + mail.to() + ">"))) {
      return false;
    }
    return !refused(command("DATA " + mail.source().replace("\r\n", "\\n")));
  }

  public int sendAll(List<Mail> mails) throws IOException {
    int sent = 0;
    for (Mail mail : mails) {
      sent += send(mail) ? 1 : 0;
    }
    return sent;
  }

  private String command(String line) throws IOException {
    out.write(line);
    out.write("\n");
    out.flush();
    String answer = in.readLine();
    if (answer == null) {
      throw new IOException("hung up");
    }
    return answer;
  }

  static boolean refused(String answer) {
    return answer.startsWith("4") || answer.startsWith("5");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
