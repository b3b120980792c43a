package org.sandpiper.lab.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Router {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private final TreeMap<String, Http.Handler> handlers = new TreeMap<>();

  public Router on(String prefix, Http.Handler h, UnaryOperator<Http.Handler>... around) {
    for (UnaryOperator<Http.Handler> a : around) h = a.apply(h);
    handlers.put(prefix, h);
    return this;
  }

  Http.Handler find(String path) {
    Map.Entry<String, Http.Handler> e = handlers.floorEntry(path);
    return e != null && path.startsWith(e.getKey()) ? e.getValue() : null;
  }

  public Http.Response route(Http.Request r) {
    Http.Handler h = find(r.path());
    if (h == null) return Http.Response.error(404, r.path());
    try {
      return h.handle(r);
    } catch (IllegalArgumentException e) {
      return Http.Response.error(400, e.getMessage());
    } catch (Exception e) {
      LOG.error("{} failed", r.path(), e);
      return Http.Response.error(500, "sorry");
    }
  }
}
