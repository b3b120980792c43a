package com.kittiwake.freight.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.Properties;
import javax.activation.DataHandler;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;

public class NoticeMailer {
  private final Session session;

  public NoticeMailer(String host, int port) {
    Properties p = new Properties();
    p.setProperty("mail.smtp.host", host);
    p.setProperty("mail.smtp.port", Integer.toString(port));
    p.setProperty("mail.smtp.localhost", "kittiwake.example");
    session = Session.getInstance(p);
  }

  public MimeMessage compose(String to, String subject, String text, byte[] attachment)
      throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress("ops@kittiwake.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    message.setSentDate(new Date());
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart body = new MimeBodyPart();
    body.setText(text, "UTF-8");
    parts.addBodyPart(body);
    if (attachment != null) {
      MimeBodyPart file = new MimeBodyPart();
      file.setDataHandler(
          new DataHandler(new ByteArrayDataSource(attachment, "application/octet-stream")));
      file.setFileName("manifest.xlsx");
      parts.addBodyPart(file);
    }
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  public void send(MimeMessage message) throws MessagingException {
    Transport.send(message);
  }

  /** Several over one connection. */
  public int sendAll(MimeMessage... messages) throws MessagingException {
    Transport transport = session.getTransport("smtp");
    transport.connect();
    try {
      for (MimeMessage m : messages) {
        transport.sendMessage(m, m.getAllRecipients());
      }
    } finally {
      transport.close();
    }
    return messages.length;
  }

  /** The size on the wire. */
  public long sizeOf(MimeMessage message) throws IOException, MessagingException {
    long[] n = new long[1];
    message.writeTo(
        new OutputStream() {
          @Override
          public void write(int b) {
            n[0]++;
          }

          @Override
          public void write(byte[] b, int off, int len) {
            n[0] += len;
          }
        });
    return n[0];
  }
}
