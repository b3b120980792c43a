package io.bandstand.artist;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Things that come page by page; a page is asked for when it is needed. */
public final class Pages<T> implements Iterable<T> {

  private final IntFunction<List<T>> fetch;

  public Pages(IntFunction<List<T>> fetch) {
    this.fetch = fetch;
  }

  @Override
  public Iterator<T> iterator() {
    return new PageIterator();
  }

  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  private final class PageIterator implements Iterator<T> {
    private int page;
    private int at;
    private List<T> current;

    @Override
    public boolean hasNext() {
      if (current == null || at == current.size() && !current.isEmpty()) {
        current = fetch.apply(page++);
        at = 0;
      }
      return at < current.size();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return current.get(at++);
    }
  }
}
