package dev.concur.calibration;

import java.util.List;
import java.util.stream.Collectors;

/** Labels that a reader would not expect, and that are right. */
final class Surprises {

  /**
   * One of them.
   *
   * @param method class and name
   * @param why it is so
   */
  record Surprise(String method, String why) {}

  static final List<Surprise> TEN =
      List.of(
          new Surprise(
              "CachedStock#inStock",
              "It asks a warehouse over HTTP, but behind a cache that answers most calls; the label"
                  + " still says that it may block."),
          new Surprise(
              "CoverClient#prefetch",
              "It sends a request, but only starts it: whoever joins the future waits."),
          new Surprise(
              "MonthEnd#overdue",
              "It filters and sorts thousands of invoices, but hands out the stream unwalked: whoever"
                  + " consumes it sorts."),
          new Surprise(
              "OrderArchive#copy",
              "It writes an `ObjectOutputStream` and reads an `ObjectInputStream`, both over bytes in"
                  + " memory: no I/O, all computing."),
          new Surprise(
              "Settings#parse",
              "It calls `Properties.load(Reader)` on a text; its sister `load` calls the same on a"
                  + " file and waits."),
          new Surprise(
              "Converter#atMarket",
              "One multiplication with a rate that an interface answers; the object behind it, given"
                  + " to the constructor, asks a bank over HTTP. `atContract` looks the same and is"
                  + " light."),
          new Surprise(
              "Passwords#login",
              "It queries a database, but bcrypt with 2^10 rounds takes some twenty times as long."),
          new Surprise(
              "Exports#mapped",
              "No call in it reads: the file is mapped, and the loop over the buffer waits for pages."),
          new Surprise(
              "Publisher#exportCatalogue",
              "It writes a file, but it is bound by the collator that sorts the titles in another"
                  + " class, two calls away."),
          new Surprise(
              "Workshop#handOver",
              "`put` into a queue is light, but this queue is a `SynchronousQueue`: it holds nothing,"
                  + " so somebody must come and take."));

  private Surprises() {}

  /** A line each, with what was measured; fails where a label is no longer right. */
  static String text(List<Scores.Case> cases) {
    return TEN.stream().map(one -> line(one, cases)).collect(Collectors.joining("\n"));
  }

  private static String line(Surprise surprise, List<Scores.Case> cases) {
    Scores.Case found =
        cases.stream()
            .filter(one -> one.truth().method().equals(surprise.method()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no method " + surprise.method()));
    if (!found.right()) {
      throw new IllegalStateException(surprise.method() + " is not labelled right: choose another");
    }
    return "| `%s` | %s | %s | %s |"
        .formatted(
            surprise.method(),
            found.label().bound().word(),
            Scores.times(found.truth().waitNanos(), found.truth().cpuNanos()),
            surprise.why());
  }
}
