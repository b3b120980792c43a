package mailer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Delivers the newsletter. */
public class NewsletterMailer {
  private final MailerConfig config;
  private final ExecutorService senders;

  public NewsletterMailer(MailerConfig config) {
    this.config = config;
    this.senders = Executors.newFixedThreadPool(config.senders());
  }

  public int mail(Collection<Letter> letters) throws InterruptedException, ExecutionException {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (Letter letter : letters) {
      tasks.add(() -> deliver(letter));
    }
    int delivered = 0;
    for (Future<Boolean> result : senders.invokeAll(tasks)) {
      if (result.get()) delivered++;
    }
    return delivered;
  }

  public boolean deliver(Letter letter) throws IOException {
    try (SmtpSession session = new SmtpSession(config.host(), config.port())) {
      return session.command("MAIL FROM:<" + letter.from + ">") == 250
          && session.command("RCPT TO:<" + letter.to + ">") == 250
          && session.command("DATA " + letter.body) == 250;
    }
  }

  public void shutdown() {
    senders.shutdownNow();
  }
}
