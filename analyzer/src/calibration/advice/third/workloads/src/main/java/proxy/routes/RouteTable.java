package proxy.routes;

import java.util.ArrayList;
import java.util.List;

/** The routes in force; they change a few times a day, and are asked for at each request. */
public class RouteTable {
  private final List<Route> routes = new ArrayList<>();
  private final String fallback;

  public RouteTable(String fallback) {
    this.fallback = fallback;
  }

  public synchronized String target(String path) {
    String target = fallback;
    int longest = -1;
    for (Route route : routes) {
      if (route.pattern().length() > longest && route.matches(path)) {
        longest = route.pattern().length();
        target = route.target();
      }
    }
    return target;
  }

  public synchronized void add(Route route) {
    routes.removeIf(known -> known.pattern().equals(route.pattern()));
    routes.add(route);
  }

  public synchronized void remove(String pattern) {
    routes.removeIf(known -> known.pattern().equals(pattern));
  }

  public synchronized List<Route> all() {
    return new ArrayList<>(routes);
  }
}
