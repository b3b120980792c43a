package mailer;

import java.io.Serializable;

public class Letter implements Serializable {
  final String from;
  final String to;
  final String body;

  public Letter(String from, String to, String body) {
    this.from = from;
    this.to = to;
    this.body = body;
  }
}
