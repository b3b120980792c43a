package org.sandpiper.lab.messaging;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import java.util.function.Consumer;

/** Ring buffer between the analyzer connections and the thread that stores. */
public final class Intake implements AutoCloseable {
  static final class Slot {
    String accession;
    String record;
    long nanos;
  }

  private final Disruptor<Slot> disruptor;
  private final RingBuffer<Slot> ring;

  public Intake(int size, Consumer<String> sink) {
    disruptor =
        new Disruptor<>(
            Slot::new,
            size,
            DaemonThreadFactory.INSTANCE,
            ProducerType.MULTI,
            new BlockingWaitStrategy());
    disruptor.handleEventsWith(
        (slot, sequence, last) -> sink.accept(slot.accession + "|" + slot.record));
    ring = disruptor.start();
  }

  public void offer(String accession, String record) {
    long at = ring.next();
    try {
      Slot s = ring.get(at);
      s.accession = accession;
      s.record = record;
      s.nanos = System.nanoTime();
    } finally {
      ring.publish(at);
    }
  }

  public long free() {
    return ring.remainingCapacity();
  }

  @Override
  public void close() {
    disruptor.shutdown();
  }
}
