package dev.concur.advise;

/**
 * What was sized; 0 where a size does not apply.
 *
 * @param poolSize platform threads
 * @param inFlight tasks in flight at once
 * @param batch items that cross to a worker process at once
 * @param workers worker processes
 * @param stripes locks instead of one
 * @param permits semaphore permits that bound a scarce thing downstream
 */
public record Parameters(
    int poolSize, int inFlight, int batch, int workers, int stripes, int permits) {

  /** Nothing sized. */
  public static final Parameters NONE = new Parameters(0, 0, 0, 0, 0, 0);
}
