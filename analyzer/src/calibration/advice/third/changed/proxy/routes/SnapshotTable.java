package proxy.routes;

import java.util.ArrayList;
import java.util.List;

/** The table as an immutable list that is replaced at each change. */
public class SnapshotTable extends RouteTable {
    private volatile List<Route> routes = List.of();

    public SnapshotTable() {
        super("/");
    }

    static String target(List<Route> routes, String path) {
        String target = "/";
        int longest = -1;
        for (Route route : routes) {
            if (route.pattern().length() > longest && route.matches(path)) {
                longest = route.pattern().length();
                target = route.target();
            }
        }
        return target;
    }

    @Override
    public String target(String path) {
        return target(routes, path);
    }

    @Override
    public synchronized void add(Route route) {
        List<Route> next = new ArrayList<>(routes);
        next.removeIf(known -> known.pattern().equals(route.pattern()));
        next.add(route);
        routes = List.copyOf(next);
    }
}
