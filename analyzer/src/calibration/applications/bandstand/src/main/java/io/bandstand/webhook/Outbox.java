package io.bandstand.webhook;

import com.google.common.collect.Multimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.util.concurrent.RateLimiter;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that wait to be sent. */
public class Outbox {

  /** A notice and where it goes. */
  public record Letter(String address, WebhookSender.Notice notice) {}

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final BlockingQueue<Letter> waiting = new LinkedBlockingQueue<>(10_000);
  private final Multimap<String, String> subscribers =
      MultimapBuilder.hashKeys().arrayListValues().build();
  private final WebhookSender sender;
  private final RateLimiter limiter;

  public Outbox(WebhookSender sender, double perSecond) {
    this.sender = sender;
    this.limiter = RateLimiter.create(perSecond);
  }

  public synchronized void subscribe(String event, String address) {
    subscribers.put(event, address);
  }

  public synchronized Collection<String> addresses(String event) {
    return subscribers.get(event);
  }

  public int post(WebhookSender.Notice notice) {
    int posted = 0;
    for (String address : addresses(notice.event())) {
      if (waiting.offer(new Letter(address, notice))) {
        posted++;
      } else {
        LOG.warn("outbox is full, {} dropped", notice.id());
      }
    }
    return posted;
  }

  /** The next letter, as soon as there is one. */
  public Letter next() throws InterruptedException {
    return waiting.take();
  }

  /** Waits until the partner may be called again. */
  public double pace() {
    return limiter.acquire();
  }

  /** Sends all that waits now. */
  public int drain() {
    int sent = 0;
    for (Letter letter = waiting.poll(); letter != null; letter = waiting.poll()) {
      try {
        if (sender.send(letter.address(), letter.notice()) < 300) {
          sent++;
        }
      } catch (IOException e) {
        LOG.warn("not sent: {}", letter, e);
      }
    }
    return sent;
  }
}
