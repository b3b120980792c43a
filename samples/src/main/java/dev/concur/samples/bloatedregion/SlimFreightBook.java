package dev.concur.samples.bloatedregion;

import java.util.HashMap;
import java.util.Map;

/** Right: sums first, book after. */
public final class SlimFreightBook {

  private static final SlimFreightBook THE_BOOK = new SlimFreightBook();

  private final Map<String, Long> charges = new HashMap<>();

  private SlimFreightBook() {}

  /** The one book. */
  public static SlimFreightBook theBook() {
    return THE_BOOK;
  }

  /** Works out what a parcel costs, and writes it down. */
  // label: light
  public void note(String parcel, int grams, int width, int height, int depth, boolean express) {
    long volume = (long) width * height * depth;
    long byVolume = volume / 5_000;
    long byWeight = (grams + 99) / 100;
    long units = Math.max(byVolume, byWeight);
    long base = 450 + units * 12;
    long longest = Math.max(width, Math.max(height, depth));
    long bulky = longest > 120 ? 900 : 0;
    long heavy = grams > 31_500 ? 1_500 : 0;
    long charge = base + bulky + heavy;
    charge = express ? charge + charge / 2 : charge;
    charge = charge - charge % 5;
    synchronized (charges) {
      charges.put(parcel, charge);
    }
  }

  /** What a parcel costs, or 0. */
  public long chargeOf(String parcel) { // label: light
    synchronized (charges) {
      return charges.getOrDefault(parcel, 0L);
    }
  }
}
