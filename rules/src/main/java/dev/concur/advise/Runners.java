package dev.concur.advise;

import dev.concur.model.MethodRef;
import dev.concur.model.Runner;
import java.util.Set;
import java.util.regex.Pattern;

/** Who runs the code in question. */
final class Runners {

  /**
   * What a caller can go on from without waiting; a plain {@code Future} is no such thing, since
   * all one can do with it is to wait.
   */
  private static final Pattern COMPOSABLE =
      Pattern.compile(
          "\\)L(java/util/concurrent/Complet(able|ion)\\w+|reactor/core/publisher/(Mono|Flux)"
              + "|io/smallrye/mutiny/(Uni|Multi)|io/reactivex/.*/(Single|Maybe|Flowable|Observable|Completable)"
              + "|io/vertx/core/Future|org/reactivestreams/Publisher|.*/ListenableFuture);$");

  private Runners() {}

  /**
   * Whether the thread must not wait (event loop, user interface), or the code is reactive already:
   * the method gives what its caller can go on from.
   */
  static boolean mustNotBlock(Situation situation) {
    MethodRef method = situation.finding().at().methodRef();
    Set<Runner> runners = situation.program().runners(method);
    return runners.contains(Runner.EVENT_LOOP)
        || runners.contains(Runner.UI)
        || COMPOSABLE.matcher(method.descriptor()).find();
  }
}
