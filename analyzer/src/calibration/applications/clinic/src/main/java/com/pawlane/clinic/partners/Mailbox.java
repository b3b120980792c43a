package com.pawlane.clinic.partners;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;

public class Mailbox implements Notifier {
  private final Session session;
  private final String sender;

  public Mailbox(String host, int port, String sender) {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", host);
    settings.setProperty("mail.smtp.port", String.valueOf(port));
    settings.setProperty("mail.smtp.localhost", "localhost");
    this.session = Session.getInstance(settings);
    this.sender = sender;
  }

  @Override
  public void tell(String recipient, String text) throws IOException {
    try {
      MimeMessage message = empty(recipient, "Your appointment");
      message.setText(text, "UTF-8");
      Transport.send(message);
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  public MimeMessage letter(String recipient, String subject, String text, byte[] pdf)
      throws MessagingException {
    MimeMessage message = empty(recipient, subject);
    MimeBodyPart body = new MimeBodyPart();
    body.setText(text, "UTF-8");
    MimeBodyPart attachment = new MimeBodyPart();
    attachment.setDataHandler(
        new jakarta.activation.DataHandler(new ByteArrayDataSource(pdf, "application/pdf")));
    attachment.setFileName("invoice.pdf");
    message.setContent(new MimeMultipart(body, attachment));
    return message;
  }

  public void send(MimeMessage message) throws MessagingException {
    Transport.send(message);
  }

  /** The message as it goes over the wire, for the patient's file. */
  public byte[] source(MimeMessage message) throws MessagingException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.writeTo(out);
    return out.toByteArray();
  }

  private MimeMessage empty(String recipient, String subject) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(sender));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    message.setSubject(subject, "UTF-8");
    return message;
  }
}
