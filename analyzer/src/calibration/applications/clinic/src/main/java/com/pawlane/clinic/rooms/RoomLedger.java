package com.pawlane.clinic.rooms;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Who is in which room now; a room is used by one team at a time. */
public class RoomLedger {
  private final Map<String, String> occupants = new HashMap<>();
  private final Lock theatre = new ReentrantLock(true);

  public <T> T inTheatre(String team, Callable<T> work) throws Exception {
    theatre.lock();
    try {
      occupants.put("theatre", team);
      return work.call();
    } finally {
      occupants.remove("theatre");
      theatre.unlock();
    }
  }

  public boolean enter(String team, Duration patience) throws InterruptedException {
    if (!theatre.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    try {
      occupants.put("theatre", team);
      return true;
    } finally {
      theatre.unlock();
    }
  }

  public synchronized void assign(String room, String team) {
    occupants.put(room, team);
  }

  public synchronized Map<String, String> overview() {
    return Map.copyOf(occupants);
  }
}
