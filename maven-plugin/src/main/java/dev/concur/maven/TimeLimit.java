package dev.concur.maven;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** How long a goal may take. JVMs that measure end by themselves when they are let go of. */
record TimeLimit(long millis) {

  /**
   * Does the work in a thread of its own, which is interrupted when the time is over.
   *
   * @throws MojoExecutionException when it took too long
   */
  <T> T within(Callable<T> work) throws MojoExecutionException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "concur");
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new MojoExecutionException(
          "concur: not done after "
              + millis
              + " ms; allow more with -Dconcur.timeout=MILLISECONDS, or scan fewer modules");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("concur: interrupted", e);
    }
  }

  private static MojoExecutionException failure(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new MojoExecutionException("concur: " + cause, cause);
  }
}
