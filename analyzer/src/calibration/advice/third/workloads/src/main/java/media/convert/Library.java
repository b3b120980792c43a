package media.convert;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the media library knows of its files. */
public class Library {
  private final Map<Path, Long> sizes = new LinkedHashMap<>();

  public void converted(Path source, long size) {
    sizes.put(source, size);
  }

  public boolean contains(Path source) {
    return sizes.containsKey(source);
  }

  public long total() {
    long total = 0;
    for (long size : sizes.values()) {
      total += size;
    }
    return total;
  }

  public void clear() {
    sizes.clear();
  }
}
