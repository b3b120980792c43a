package boot.check;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Verifies the built-in tables once, before the program starts to work. */
public final class StartupVerifier {
  private static final int[] SIZES = {64, 128, 256};

  /** Returns what is wrong with the tables; empty when all is well. */
  public List<String> verify() {
    List<String> faults = new ArrayList<>();
    for (int size : SIZES) {
      String fault = check(size);
      if (fault != null) {
        faults.add(fault);
      }
    }
    return faults;
  }

  public String check(int size) {
    byte[] table = table(size);
    CRC32 crc = new CRC32();
    crc.update(table);
    long first = crc.getValue();
    crc.reset();
    crc.update(table(size));
    return crc.getValue() == first ? null : "table of " + size + " is damaged";
  }

  private static byte[] table(int size) {
    byte[] table = new byte[size];
    int value = size;
    for (int i = 0; i < size; i++) {
      value = value * 1_103_515_245 + 12_345;
      table[i] = (byte) (value >> 16);
    }
    return table;
  }

  public static void main(String[] args) {
    List<String> faults = new StartupVerifier().verify();
    faults.forEach(System.err::println);
    if (!faults.isEmpty()) {
      System.exit(1);
    }
  }
}
