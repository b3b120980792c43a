package dev.concur.samples.bloatedregion;

import java.util.HashMap;
import java.util.Map;

/**
 * Freight charges by parcel. Wrong: the charge is worked out inside, from figures that nobody
 * shares.
 */
public final class FreightBook {

  private static final FreightBook THE_BOOK = new FreightBook();

  private final Map<String, Long> charges = new HashMap<>();

  private FreightBook() {}

  /** The one book. */
  public static FreightBook theBook() {
    return THE_BOOK;
  }

  /** Works out what a parcel costs, and writes it down. */
  public void note(String parcel, int grams, int width, int height, int depth, boolean express) {
    synchronized (charges) { // expect: bloated-region
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
      charges.put(parcel, charge);
    }
  }

  /** What a parcel costs, or 0. */
  public long chargeOf(String parcel) {
    synchronized (charges) {
      return charges.getOrDefault(parcel, 0L);
    }
  }
}
