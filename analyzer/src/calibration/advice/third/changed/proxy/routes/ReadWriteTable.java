package proxy.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The table with a read-write lock. */
public class ReadWriteTable extends RouteTable {
    private final List<Route> routes = new ArrayList<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    public ReadWriteTable() {
        super("/");
    }

    @Override
    public String target(String path) {
        lock.readLock().lock();
        try {
            return SnapshotTable.target(routes, path);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void add(Route route) {
        lock.writeLock().lock();
        try {
            routes.removeIf(known -> known.pattern().equals(route.pattern()));
            routes.add(route);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
