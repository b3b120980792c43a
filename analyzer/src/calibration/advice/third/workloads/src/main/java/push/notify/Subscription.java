package push.notify;

import java.io.Serializable;

/** A device that wants to hear of a topic. */
public record Subscription(String device, String topic, int priority) implements Serializable {}
