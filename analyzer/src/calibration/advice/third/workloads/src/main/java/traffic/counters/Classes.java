package traffic.counters;

/** What kinds of vehicles there are. */
final class Classes {
  private static final String[] NAMES = {"cycle", "car", "van", "lorry", "train"};
  private static final int[] UP_TO = {250, 520, 750, 1300, Integer.MAX_VALUE};

  private Classes() {}

  static String of(Passage passage) {
    for (int i = 0; i < UP_TO.length; i++) {
      if (passage.lengthCentimetres() <= UP_TO[i]) {
        return NAMES[i];
      }
    }
    throw new IllegalStateException();
  }
}
