package feed.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fetches product feeds and computes the keyword weights of each. */
public final class FeedSynchronizer {
  private final ObjectMapper mapper = new ObjectMapper();
  private final int port;

  public FeedSynchronizer(int port) {
    this.port = port;
  }

  /** Synchronizes the feeds; returns the weight of the best keyword by feed. */
  public Map<String, Integer> synchronize(List<String> feeds) throws IOException {
    Map<String, Integer> best = new HashMap<>();
    for (String feed : feeds) {
      best.put(feed, process(feed));
    }
    return best;
  }

  public int process(String feed) throws IOException {
    return weigh(mapper.readTree(download(feed)));
  }

  private String download(String feed) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write((feed + "\n").getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line == null) {
        throw new IOException("feed " + feed + " is empty");
      }
      return line;
    }
  }

  private static int weigh(JsonNode feed) {
    Map<String, Integer> weights = new HashMap<>();
    int best = 0;
    for (JsonNode product : feed.path("products")) {
      int stock = product.path("stock").asInt();
      for (String word : product.path("text").asText().toLowerCase().split("\\W+")) {
        for (int from = 0; from + 3 <= word.length(); from++) {
          best =
              Math.max(
                  best, weights.merge(word.substring(from, from + 3), 1 + stock % 3, Integer::sum));
        }
      }
    }
    return best;
  }
}
