package com.kittiwake.freight.planning;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.roaringbitmap.RoaringBitmap;

/** Which slots of the yard are taken. */
public class YardMap {
  private final RoaringBitmap taken = new RoaringBitmap();
  private final RoaringBitmap reefer = new RoaringBitmap();

  public void take(int slot, boolean cooled) {
    taken.add(slot);
    if (cooled) {
      reefer.add(slot);
    }
  }

  public int cooledAndTaken() {
    return RoaringBitmap.andCardinality(taken, reefer);
  }

  public int firstFree(int from) {
    return (int) taken.nextAbsentValue(from);
  }

  /** Free runs of a length, one beside the other. */
  public int gaps(int slots, int run) {
    int count = 0;
    int length = 0;
    for (int i = 0; i < slots; i++) {
      length = taken.contains(i) ? 0 : length + 1;
      if (length == run) {
        count++;
        length = 0;
      }
    }
    return count;
  }

  public byte[] dump() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      taken.runOptimize();
      taken.serialize(out);
    }
    return bytes.toByteArray();
  }
}
