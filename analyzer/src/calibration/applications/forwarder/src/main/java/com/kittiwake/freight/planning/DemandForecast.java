package com.kittiwake.freight.planning;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** How many TEU a lane will want. */
public class DemandForecast {
  public double[] drivers(double[] demand, double[][] factors) {
    OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
    ols.newSampleData(demand, factors);
    return ols.estimateRegressionParameters();
  }

  public double trend(double[] demand) {
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < demand.length; i++) {
      regression.addData(i, demand[i]);
    }
    return regression.getSlope();
  }

  /** The strongest period in samples; the length of the input is a power of two. */
  public int season(double[] demand) {
    Complex[] spectrum =
        new FastFourierTransformer(DftNormalization.STANDARD)
            .transform(demand, TransformType.FORWARD);
    int best = 1;
    for (int i = 2; i < spectrum.length / 2; i++) {
      if (spectrum[i].abs() > spectrum[best].abs()) {
        best = i;
      }
    }
    return demand.length / best;
  }

  public double median(double[] demand) {
    return new DescriptiveStatistics(demand).getPercentile(50);
  }
}
