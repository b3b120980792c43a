package push.notify;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells all subscribers of a topic. */
public class TopicBroadcast {
  private static final int MAX_TEXT = 240;
  private final PushGateway gateway;
  private final SubscriptionStore store;

  public TopicBroadcast(PushGateway gateway, SubscriptionStore store) {
    this.gateway = gateway;
    this.store = store;
  }

  public Map<PushResult, Integer> broadcast(String topic, String text) throws InterruptedException {
    String message = shorten(text);
    Map<PushResult, Integer> summary = new EnumMap<>(PushResult.class);
    List<Subscription> targets = store.of(topic);
    for (Subscription target : targets) {
      PushResult result = tell(target, message);
      summary.merge(result, 1, Integer::sum);
    }
    return summary;
  }

  public PushResult tell(Subscription target, String message) throws InterruptedException {
    try {
      return gateway.push(target, target.priority() > 5 ? "! " + message : message);
    } catch (IOException e) {
      return PushResult.RETRY;
    }
  }

  private static String shorten(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
  }
}
