package alarms.feed;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;

/** Forwards each alarm, one after the other. */
class AlarmSubscriber implements Flow.Subscriber<String> {
  private final AlarmSink sink;
  private final LongAdder acknowledged;
  private Flow.Subscription subscription;

  AlarmSubscriber(AlarmSink sink, LongAdder acknowledged) {
    this.sink = sink;
    this.acknowledged = acknowledged;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(String alarm) {
    if (sink.raise(alarm).startsWith("ACK")) {
      acknowledged.increment();
    }
    subscription.request(1);
  }

  @Override
  public void onError(Throwable error) {
    error.printStackTrace();
  }

  @Override
  public void onComplete() {}
}
