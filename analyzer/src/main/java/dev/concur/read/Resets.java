package dev.concur.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which fields of a class are set back to what they were before first use, and where.
 *
 * <p>A guard such as {@code if (x == null) x = make()} runs its body once only if nobody sets
 * {@code x} to null again; closing methods may.
 */
final class Resets {

  private static final Pattern CLOSING =
      Pattern.compile("(close|stop|shutdown|destroy|dispose|clear|reset|init|uninstall).*");

  private final Map<String, Set<String>> byField = new HashMap<>();

  Resets(Collection<Body> bodies) {
    for (Body body : bodies) {
      if (!body.constructs()) {
        body.ops().forEach(ops -> ops.forEach(op -> note(body, op)));
      }
    }
  }

  /** Whether a guard on this field, once false, stays false as long as the object is in use. */
  boolean neverIn(FieldRef field, Value guarded) {
    return byField.getOrDefault(key(field, guarded), Set.of()).isEmpty();
  }

  private void note(Body body, Op op) {
    if (op instanceof Op.FieldWrite write
        && !CLOSING.matcher(body.ref().name()).matches()
        && (write.value() instanceof Value.Null || write.value() instanceof Value.Constant)) {
      byField
          .computeIfAbsent(key(write.field(), write.value()), field -> new HashSet<>())
          .add(body.ref().name());
    }
  }

  private static String key(FieldRef field, Value value) {
    return field.name() + ":" + field.descriptor() + "=" + value;
  }
}
