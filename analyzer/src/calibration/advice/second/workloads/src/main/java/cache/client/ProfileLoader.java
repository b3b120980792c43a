package cache.client;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Loads the profiles of a group of users from the cache. */
public class ProfileLoader {
  private final CacheClient client;
  private final ExecutorService executor =
      new ThreadPoolExecutor(8, 8, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

  public ProfileLoader(CacheClient client) {
    this.client = client;
  }

  public Map<String, String> loadAll(List<String> users) throws InterruptedException {
    if (users.isEmpty()) {
      return Collections.emptyMap();
    }
    Map<String, String> profiles = new ConcurrentHashMap<>();
    CountDownLatch done = new CountDownLatch(users.size());
    for (String user : users) {
      executor.execute(
          () -> {
            try {
              profiles.put(user, load(user));
            } catch (IOException e) {
              profiles.put(user, "?");
            } finally {
              done.countDown();
            }
          });
    }
    done.await();
    return profiles;
  }

  public String load(String user) throws IOException {
    return client.get("profile:" + user);
  }

  public void stop() {
    executor.shutdownNow();
  }
}
