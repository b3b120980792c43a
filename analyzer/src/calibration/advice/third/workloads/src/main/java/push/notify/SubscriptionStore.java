package push.notify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The subscriptions by topic, loaded at start. */
public class SubscriptionStore {
  private final Map<String, List<Subscription>> byTopic = new HashMap<>();

  public void add(Subscription subscription) {
    byTopic.computeIfAbsent(subscription.topic(), t -> new ArrayList<>()).add(subscription);
  }

  public List<Subscription> of(String topic) {
    return byTopic.getOrDefault(topic, List.of());
  }
}
