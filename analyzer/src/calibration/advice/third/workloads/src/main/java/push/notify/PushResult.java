package push.notify;

/** How a delivery went. */
public enum PushResult {
  DELIVERED,
  GONE,
  RETRY
}
