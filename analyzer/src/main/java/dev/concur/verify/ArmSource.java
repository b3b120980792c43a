package dev.concur.verify;

/** The Java source of one arm: the state it needs and its benchmark method. */
final class ArmSource {

  private final ArmFrame frame;

  ArmSource(ArmFrame frame) {
    this.frame = frame;
  }

  String text() {
    return switch (frame.arm().model()) {
      case SEQUENTIAL, FIX -> sequential();
      case THREADS, LOCK_CHANGE -> new ThreadSource(frame).text();
      case NATIVE ->
          frame.arm().parameters().poolSize() > 1
              ? new ThreadSource(frame).inShares(frame.arm().parameters().poolSize())
              : sequential();
      case VIRTUAL_THREADS -> virtual();
      case ASYNC -> new StageSource(frame).text();
      case PROCESSES -> new ProcessSource(frame).text();
    };
  }

  private String sequential() {
    return frame.method(
        "one task after the other in the calling thread",
        "",
        """
            long sum = 0;
            for (int i = 0; i < tasks; i++) {
              sum += %s(i, 0);
            }
            return done(sum);
        """
            .formatted(frame.task()));
  }

  private String virtual() {
    int limit = frame.arm().parameters().inFlight();
    boolean limited = limit > 0 && limit < frame.standIn().tasks();
    return frame.method(
        "a virtual thread for each task" + (limited ? ", " + limit + " at once" : ""),
        "",
        "    return done(inVirtualThreads(%d, this::%s));\n"
            .formatted(limited ? limit : 0, frame.task()));
  }
}
