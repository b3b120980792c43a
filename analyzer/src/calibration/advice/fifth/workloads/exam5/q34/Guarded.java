package exam5.q34;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A value that is only reachable under its lock. */
public final class Guarded<T> {

    @FunctionalInterface
    public interface Use<T, R, E extends Exception> {
        R apply(T value) throws E;
    }

    private final Lock lock = new ReentrantLock();
    private final T value;

    public Guarded(T value) {
        this.value = value;
    }

    public <R, E extends Exception> R with(Use<? super T, R, E> use) throws E {
        lock.lock();
        try {
            return use.apply(value);
        } finally {
            lock.unlock();
        }
    }
}
