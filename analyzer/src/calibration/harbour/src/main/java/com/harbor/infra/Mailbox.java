package com.harbor.infra;

import java.util.ArrayDeque;
import java.util.Deque;

/** Hands messages from one thread to another. */
public class Mailbox<T> {

  private final Deque<T> messages = new ArrayDeque<>();
  private final int capacity;

  public Mailbox(int capacity) {
    this.capacity = capacity;
  }

  public synchronized boolean tryPut(T message) {
    if (messages.size() >= capacity) {
      return false;
    }
    messages.addLast(message);
    notifyAll();
    return true;
  }

  public synchronized T take() throws InterruptedException {
    while (messages.isEmpty()) {
      wait();
    }
    notifyAll();
    return messages.removeFirst();
  }

  public synchronized int size() {
    return messages.size();
  }
}
