package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.model.Happening;
import dev.concur.model.Loop;
import dev.concur.read.ClassFiles;
import dev.concur.read.ProgramReader;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollsTest {

  /** Loops that only look, and loops that look as if they did. */
  static final class Door {
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean open;
    private volatile String guest;
    private int knocks;
    private Door next;

    void awaitOpen() {
      while (!open) {
        Thread.onSpinWait();
      }
    }

    String awaitGuest() {
      String seen = guest;
      while (seen == null) {
        seen = guest;
      }
      return seen;
    }

    void awaitEmpty() throws InterruptedException {
      while (inside.get() > 0) {
        Thread.sleep(50);
      }
    }

    void awaitOther(Door other) {
      while (!other.isOpen()) {}
    }

    private boolean isOpen() {
      return open;
    }

    void knock() {
      while (!open) {
        knocks++;
      }
    }

    int count() {
      int doors = 0;
      for (Door door = this; door != null; door = door.next) {
        doors++;
      }
      return doors;
    }

    boolean hasEmpty(List<String> guests) {
      Iterator<String> each = guests.iterator();
      while (each.hasNext()) {
        if (each.next().isEmpty()) {
          return true;
        }
      }
      return false;
    }

    private ByteBuffer bell = ByteBuffer.allocate(9);

    void skip() {
      while (bell.get() != 0) {}
    }

    /** An index is taken and moved on in one call, and what is asked of each changes nothing. */
    boolean hasOpen(Door[] doors) {
      AtomicInteger at = new AtomicInteger();
      while (at.get() < doors.length) {
        if (doors[at.getAndAdd(1)].isOpen()) {
          return true;
        }
      }
      return false;
    }

    int settled() {
      while (true) {
        int before = inside.get();
        int after = inside.get();
        if (before == after) {
          return after;
        }
      }
    }
  }

  @Test
  void a_loop_that_only_reads_what_others_write_looks_again() {
    assertEquals(List.of(PollsTest.class.getName() + "$Door.guest"), looks("awaitGuest"));
    assertEquals(List.of("AtomicInteger.get"), looks("awaitEmpty"));
    assertEquals(List.of("PollsTest$Door.isOpen"), looks("awaitOther"));
  }

  @Test
  void yielding_is_told_from_spinning() {
    assertEquals(List.of(true), happenings("awaitOpen").map(Happening.LooksAgain::yields).toList());
    assertEquals(
        List.of(false), happenings("awaitGuest").map(Happening.LooksAgain::yields).toList());
  }

  @Test
  void a_loop_that_changes_something_does_not_only_look() {
    assertEquals(List.of(), looks("knock"));
  }

  @Test
  void walking_along_is_not_looking_again() {
    assertEquals(List.of(), looks("count"));
    assertEquals(List.of(), looks("hasEmpty"));
    assertEquals(List.of(), looks("skip"));
    assertEquals(List.of(), looks("hasOpen"));
  }

  @Test
  void two_readings_that_must_agree_are_not_waited_for() {
    assertEquals(List.of(), looks("settled"));
  }

  private static List<String> looks(String method) {
    return happenings(method).map(Happening.LooksAgain::what).toList();
  }

  private static java.util.stream.Stream<Happening.LooksAgain> happenings(String method) {
    Linked linked = Linked.of(ProgramReader.read(ClassFiles.of(Door.class)), Catalogue.bundled());
    return Costs.of(linked).loops().stream()
        .filter(loop -> loop.at().method().equals(method))
        .map(Loop::happenings)
        .flatMap(List::stream)
        .filter(Happening.LooksAgain.class::isInstance)
        .map(Happening.LooksAgain.class::cast);
  }
}
