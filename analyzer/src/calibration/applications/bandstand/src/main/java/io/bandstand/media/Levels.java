package io.bandstand.media;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** How loud a recording is, and where. */
public final class Levels {

  private final FastFourierTransformer transformer =
      new FastFourierTransformer(DftNormalization.STANDARD);
  private final int window;

  public Levels(int window) {
    this.window = window;
  }

  /** Root mean square in decibels. */
  public static double decibels(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i] * samples[i];
    }
    return 10 * Math.log10(Math.max(1e-10, sum / Math.max(1, to - from)));
  }

  public List<Double> curve(Wave wave) {
    List<Double> curve = new ArrayList<>();
    for (int at = 0; at + window <= wave.samples().length; at += window) {
      curve.add(decibels(wave.samples(), at, at + window));
    }
    return curve;
  }

  /** Times at which something was too loud. */
  public List<Double> clipping(Wave wave, float limit) {
    List<Double> times = new ArrayList<>();
    float[] samples = wave.samples();
    for (int i = 1; i < samples.length; i++) {
      if (Math.abs(samples[i]) >= limit && Math.abs(samples[i - 1]) < limit) {
        times.add(i / (double) wave.rate());
      }
    }
    return times;
  }

  /** The strongest frequency of each window. */
  public double[] pitches(Wave wave) {
    int windows = wave.samples().length / window;
    double[] pitches = new double[windows];
    double[] frame = new double[window];
    for (int w = 0; w < windows; w++) {
      for (int i = 0; i < window; i++) {
        double hann = .5 - .5 * Math.cos(2 * Math.PI * i / window);
        frame[i] = wave.samples()[w * window + i] * hann;
      }
      pitches[w] = strongest(frame) * wave.rate() / (double) window;
    }
    return pitches;
  }

  private int strongest(double[] frame) {
    Complex[] spectrum = transformer.transform(frame, TransformType.FORWARD);
    int best = 1;
    for (int i = 1; i < spectrum.length / 2; i++) {
      if (spectrum[i].abs() > spectrum[best].abs()) {
        best = i;
      }
    }
    return best;
  }
}
