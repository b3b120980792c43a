package labels.barcode;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The thread that labels are made on. */
final class LabelQueue {
  private static final Executor MAKER =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "label-maker");
            thread.setDaemon(true);
            return thread;
          });

  private LabelQueue() {}

  static Executor maker() {
    return MAKER;
  }
}
