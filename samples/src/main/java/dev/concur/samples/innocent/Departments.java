package dev.concur.samples.innocent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Registration at start-up, under a lock; afterwards only a snapshot is read. */
public final class Departments {

  private static final Departments IN_THE_HOUSE = new Departments();

  private volatile List<Consumer<String>> all = List.of();

  private Departments() {}

  /** The one register. */
  public static Departments inTheHouse() { // label: light
    return IN_THE_HOUSE;
  }

  /** Registers a department. */
  public synchronized void register(Consumer<String> department) {
    List<Consumer<String>> more = new ArrayList<>(all);
    more.add(department);
    all = List.copyOf(more);
  }

  /** Tells all departments. */
  public void tell(String news) {
    for (Consumer<String> department : all) {
      department.accept(news);
    }
  }
}
