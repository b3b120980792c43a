package ledger.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Seals ledger lines so that none can be changed or left out later. */
public final class LedgerSealer {
  private static final int STRETCH = 400;

  private byte[] previous = new byte[32];

  public synchronized void restart() {
    previous = new byte[32];
  }

  /** Returns the seal of each line; a seal covers the line and all lines before it. */
  public synchronized List<String> seal(List<String> lines) throws NoSuchAlgorithmException {
    List<String> seals = new ArrayList<>(lines.size());
    for (String line : lines) {
      previous = next(previous, line);
      seals.add(HexFormat.of().formatHex(previous));
    }
    return seals;
  }

  public static byte[] next(byte[] seal, String line) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    byte[] current = seal;
    for (int i = 0; i < STRETCH; i++) {
      digest.update(current);
      digest.update(text);
      current = digest.digest();
    }
    return current;
  }
}
