package archive.chain;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Seals the events of a day, each with the seal of the one before. */
public class SealedArchive {
  private final Sealer sealer = new Sealer();
  private final List<Entry> entries = new ArrayList<>();
  private byte[] last = new byte[32];

  public String append(List<String> events) {
    for (String event : events) {
      appendOne(event);
    }
    return HexFormat.of().formatHex(last);
  }

  public void appendOne(String event) {
    long number = entries.size() + 1L;
    byte[] seal = sealer.seal(last, number, event);
    entries.add(new Entry(number, event, seal));
    last = seal;
  }

  public String lastSeal() {
    return HexFormat.of().formatHex(last);
  }

  public void startDay() {
    entries.clear();
    last = new byte[32];
  }
}
