package subtitles.translate;

import java.util.concurrent.locks.ReentrantLock;

/** Lets several threads use one translator. */
public class GuardedTranslator implements Translator {
  private final Translator delegate;
  private final ReentrantLock guard = new ReentrantLock();

  public GuardedTranslator(Translator delegate) {
    this.delegate = delegate;
  }

  @Override
  public String translate(String line) {
    guard.lock();
    try {
      return delegate.translate(line);
    } finally {
      guard.unlock();
    }
  }
}
