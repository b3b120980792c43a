package com.kittiwake.freight.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Scans come from the hand-helds and go to the belts. */
public class ScannerHub {
  private final BlockingQueue<String> scans = new ArrayBlockingQueue<>(1000);
  private final SynchronousQueue<String> belt = new SynchronousQueue<>();
  private final Exchanger<List<String>> buffers = new Exchanger<>();

  public boolean scanned(String code) {
    return scans.offer(code);
  }

  public String next(long millis) throws InterruptedException {
    return scans.poll(millis, TimeUnit.MILLISECONDS);
  }

  public List<String> drain() {
    List<String> out = new ArrayList<>();
    scans.drainTo(out);
    return out;
  }

  /** Returns when the belt has taken it. */
  public void toBelt(String code) throws InterruptedException {
    belt.put(code);
  }

  public String fromBelt() throws InterruptedException {
    return belt.take();
  }

  public List<String> swap(List<String> full) throws InterruptedException {
    return buffers.exchange(full);
  }
}
