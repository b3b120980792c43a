package dev.concur.samples.gilsingleton;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Right: packs first, then takes the lock for one put. */
public final class QuickContractArchive {

  private static final QuickContractArchive THE_ARCHIVE = new QuickContractArchive();

  private final Map<String, byte[]> packed = new HashMap<>();

  private QuickContractArchive() {}

  /** The one archive. */
  public static QuickContractArchive theArchive() {
    return THE_ARCHIVE;
  }

  /** Packs a contract and keeps it. */
  public void keep(String number, String contract) { // label: cpu compression
    byte[] bytes = pack(contract);
    synchronized (packed) {
      packed.put(number, bytes);
    }
  }

  /** Size of a packed contract, or 0 when there is none. */
  public int sizeOf(String number) { // label: light
    synchronized (packed) {
      byte[] found = packed.get(number);
      return found == null ? 0 : found.length;
    }
  }

  private static byte[] pack(String contract) { // label: cpu compression
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(contract.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
