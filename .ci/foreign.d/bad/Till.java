package shop;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;

/** Holds one lock for all while it waits. */
public class Till {
  private static final Map<String, byte[]> KNOWN = new HashMap<>();

  /** Asks. */
  public static synchronized byte[] ask(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      byte[] answer = in.readAllBytes();
      KNOWN.put(url.getPath(), answer);
      return answer;
    }
  }
}
