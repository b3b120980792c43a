package press.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Packs newspaper clippings. */
public class ClippingArchive {
  private final Codec codec = new GzipCodec();

  public List<byte[]> pack(List<String> clippings) {
    return clippings.parallelStream().map(this::packOne).collect(Collectors.toList());
  }

  public byte[] packOne(String clipping) {
    try {
      return codec.compress(clipping.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
