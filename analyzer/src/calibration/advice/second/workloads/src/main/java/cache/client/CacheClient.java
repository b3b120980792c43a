package cache.client;

import java.io.Closeable;
import java.io.IOException;

public interface CacheClient extends Closeable {
  String get(String key) throws IOException;
}
