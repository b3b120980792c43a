package org.sandpiper.lab.messaging;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.sandpiper.lab.domain.Result;

/** Events within the process. */
public final class LabEvents {
  public record Verified(Result result) {}

  public record Critical(Result result, String phone) {}

  private final EventBus bus = new EventBus("lab");

  public void register(Object listener) {
    bus.register(listener);
  }

  public void verified(Result r) {
    bus.post(new Verified(r));
  }

  public void critical(Result r, String phone) {
    bus.post(new Critical(r, phone));
  }

  /** Numbers for the screen in the laboratory. */
  public static final class Counter {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    @Subscribe
    public void onVerified(Verified v) {
      counts.computeIfAbsent(v.result().analyte(), k -> new LongAdder()).increment();
    }

    public long of(String analyte) {
      LongAdder a = counts.get(analyte);
      return a == null ? 0 : a.sum();
    }
  }
}
