package typeset.book;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sets chapters, paragraph by paragraph. */
public final class Typesetter {
  private final ExecutorService setters = Executors.newFixedThreadPool(4);
  private final Paginator paginator = new Paginator(40);
  private final int width;

  public Typesetter(int width) {
    this.width = width;
  }

  public int pages(Chapter chapter) throws InterruptedException {
    return paginator.pages(lines(chapter));
  }

  public int lines(Chapter chapter) throws InterruptedException {
    List<Callable<Integer>> work = new ArrayList<>();
    chapter.paragraphs().forEach(text -> work.add(() -> set(text)));
    int lines = 0;
    try {
      for (Future<Integer> set : setters.invokeAll(work)) {
        lines += set.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("chapter " + chapter.title(), e.getCause());
    }
    return lines;
  }

  /** Sets one paragraph with a shaper of its own; returns its lines. */
  public int set(String text) {
    return paginator.lines(paginator.shaper(width).shape(text));
  }

  public void close() {
    setters.shutdownNow();
  }
}
