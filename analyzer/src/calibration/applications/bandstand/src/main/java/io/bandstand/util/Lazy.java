package io.bandstand.util;

import java.util.function.Function;
import java.util.function.Supplier;

/** A value that is made when it is first asked for. */
public final class Lazy<T> implements Supplier<T> {

  private final Supplier<? extends T> maker;
  private volatile boolean made;
  private T value;

  private Lazy(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  public static <T> Lazy<T> of(Supplier<? extends T> maker) {
    return new Lazy<>(maker);
  }

  @Override
  public T get() {
    if (!made) {
      synchronized (this) {
        if (!made) {
          value = maker.get();
          made = true;
        }
      }
    }
    return value;
  }

  public <R> Lazy<R> map(Function<? super T, ? extends R> function) {
    return new Lazy<>(() -> function.apply(get()));
  }

  public boolean isMade() {
    return made;
  }
}
