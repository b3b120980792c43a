package app.quill.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/** Sessions of readers, in Redis, with the newest near by. */
public class SessionStore implements AutoCloseable {

  private final Jedis redis;
  private final Map<String, String> near = new ConcurrentHashMap<>();

  public SessionStore(Jedis redis) {
    this.redis = redis;
  }

  public Optional<String> load(String id) {
    return Optional.ofNullable(redis.get("session:" + id));
  }

  public void save(String id, String state) {
    redis.setex("session:" + id, 1_800, state);
    near.put(id, state);
  }

  public String nearBy(String id) {
    return near.get(id);
  }

  /** All at the price of one. */
  // miss: said mixed: of many ids each is put into the pipeline, and the answer is taken to come
  // from near by
  public List<Response<String>> loadAll(List<String> ids) {
    try (Pipeline pipeline = redis.pipelined()) {
      List<Response<String>> answers =
          ids.stream().map(id -> pipeline.get("session:" + id)).toList();
      pipeline.sync();
      return answers;
    }
  }

  @Override
  public void close() {
    redis.close();
  }
}
