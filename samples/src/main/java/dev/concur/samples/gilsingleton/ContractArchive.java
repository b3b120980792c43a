package dev.concur.samples.gilsingleton;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps contracts packed in memory. Wrong: the one archive packs one contract at a time.
 *
 * <p>Best: change the lock. Packing belongs before it.
 */
public final class ContractArchive {

  private static final ContractArchive THE_ARCHIVE = new ContractArchive();

  private final Map<String, byte[]> packed = new HashMap<>();

  private ContractArchive() {}

  /** The one archive. */
  public static ContractArchive theArchive() {
    return THE_ARCHIVE;
  }

  /** Packs a contract and keeps it. */
  // expect: gil-singleton [lock-change]
  public synchronized void keep(String number, String contract) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(contract.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    packed.put(number, bytes.toByteArray());
  }

  /** Size of a packed contract, or 0 when there is none. */
  public synchronized int sizeOf(String number) {
    byte[] found = packed.get(number);
    return found == null ? 0 : found.length;
  }
}
