package dev.concur.verify;

/**
 * What one worker did in one window.
 *
 * @param tasksPerSecond throughput
 * @param operations batches that were run to their end
 * @param runDelay share of the wanted CPU time spent in the run queue, 0..1, or negative when the
 *     system does not tell
 * @param compileMillis time the compiler was at work
 * @param collectMillis time the garbage collector was at work
 * @param millis length
 * @param checksum what the last batch came to
 */
record Window(
    double tasksPerSecond,
    long operations,
    double runDelay,
    long compileMillis,
    long collectMillis,
    double millis,
    long checksum) {

  /** Whether compiling or collecting took a large part of it. */
  boolean disturbed() {
    return compileMillis > .2 * millis || collectMillis > .3 * millis;
  }

  /** One line of a worker's answer. */
  String asText() {
    return String.join(
        " ",
        Double.toString(tasksPerSecond),
        Long.toString(operations),
        Double.toString(runDelay),
        Long.toString(compileMillis),
        Long.toString(collectMillis),
        Double.toString(millis),
        Long.toString(checksum));
  }

  static Window parse(String line) {
    String[] words = line.split(" ");
    return new Window(
        Double.parseDouble(words[0]),
        Long.parseLong(words[1]),
        Double.parseDouble(words[2]),
        Long.parseLong(words[3]),
        Long.parseLong(words[4]),
        Double.parseDouble(words[5]),
        Long.parseLong(words[6]));
  }
}
