package mailer;

import java.util.Properties;

/** Settings of the mailer with their defaults. */
public class MailerConfig {
  private final Properties properties;

  public MailerConfig(Properties properties) {
    this.properties = properties;
  }

  public String host() {
    return properties.getProperty("mailer.host", "127.0.0.1");
  }

  public int port() {
    return Integer.parseInt(properties.getProperty("mailer.port", "25"));
  }

  public int senders() {
    return Integer.getInteger("mailer.senders", 2);
  }
}
