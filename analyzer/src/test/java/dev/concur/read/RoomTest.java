package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoomTest {

  private static final long MIB = 1L << 20;

  @Test
  void what_is_always_kept_is_left_out_and_half_of_a_small_heap() {
    assertEquals((4_096 - 320) * MIB / 16, Room.part(4_096 * MIB, 16));
    assertEquals(256 * MIB / 16, Room.part(512 * MIB, 16));
    assertEquals(64 * MIB / 16, Room.part(128 * MIB, 16));
  }
}
