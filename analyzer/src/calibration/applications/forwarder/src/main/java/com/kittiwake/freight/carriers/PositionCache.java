package com.kittiwake.freight.carriers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.SetParams;

/** Shared by all branches. */
public class PositionCache {
  private final JedisPool pool;

  public PositionCache(JedisPool pool) {
    this.pool = pool;
  }

  static String key(String imo) {
    return "vessel:" + imo + ":pos";
  }

  public String lookup(String imo) {
    try (Jedis jedis = pool.getResource()) {
      return jedis.get(key(imo));
    }
  }

  public Map<String, String> lookupAll(List<String> imos) {
    try (Jedis jedis = pool.getResource()) {
      Pipeline pipeline = jedis.pipelined();
      Map<String, Response<String>> asked = new LinkedHashMap<>();
      for (String imo : imos) {
        asked.put(imo, pipeline.get(key(imo)));
      }
      pipeline.sync();
      Map<String, String> out = new LinkedHashMap<>();
      asked.forEach((imo, response) -> out.put(imo, response.get()));
      return out;
    }
  }

  public boolean lease(String imo, String holder) {
    try (Jedis jedis = pool.getResource()) {
      return "OK".equals(jedis.set("lease:" + imo, holder, SetParams.setParams().nx().ex(30)));
    }
  }
}
