package mirror.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists the files of a mirror with their SHA-256 sums. */
public final class ManifestBuilder {
  private final Path root;
  private final MessageDigest digest;

  public ManifestBuilder(Path root) {
    this.root = root;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads every named file and returns its sum by name. */
  public Map<String, String> build(List<String> names) throws IOException {
    Map<String, String> manifest = new TreeMap<>();
    for (String name : names) {
      manifest.put(name, sum(name));
    }
    return manifest;
  }

  public String sum(String name) throws IOException {
    byte[] content = Files.readAllBytes(root.resolve(name));
    digest.reset();
    digest.update(name.getBytes());
    digest.update((byte) 0);
    digest.update(content);
    return HexFormat.of().formatHex(digest.digest());
  }
}
