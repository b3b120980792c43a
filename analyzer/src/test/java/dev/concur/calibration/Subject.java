package dev.concur.calibration;

import dev.concur.model.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One method of the calibration suite with a way to run it. */
final class Subject {

  /** What is run. */
  interface Body {
    Object run() throws Exception;
  }

  final String method;
  final List<Kind> kinds;
  final Body body;
  final List<Path> cold = new ArrayList<>();
  boolean starts;
  Body afterwards = () -> null;

  Subject(String method, List<Kind> kinds, Body body) {
    this.method = method;
    this.kinds = kinds;
    this.body = body;
  }

  /** The files are dropped from the page cache before each run, so that the disk is really read. */
  Subject cold(Path... files) {
    cold.addAll(List.of(files));
    return this;
  }

  /** It only starts work; what is run between runs waits until that work is done. */
  Subject starts(Body afterwards) {
    this.starts = true;
    this.afterwards = afterwards;
    return this;
  }

  /** What is run between runs and does not count. */
  Subject then(Body afterwards) {
    this.afterwards = afterwards;
    return this;
  }
}
