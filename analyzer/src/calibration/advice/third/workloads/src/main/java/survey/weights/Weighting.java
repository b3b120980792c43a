package survey.weights;

/** How much an answer counts, so that the sample looks like the people. */
public class Weighting {
  private final double[] byRegion;
  private final double[] byAge;

  public Weighting(double[] byRegion, double[] byAge) {
    this.byRegion = byRegion.clone();
    this.byAge = byAge.clone();
  }

  public long thousandths(Respondent respondent) {
    double weight = byRegion[respondent.region() % byRegion.length];
    weight *= byAge[Math.min(respondent.age() / 10, byAge.length - 1)];
    if (respondent.female()) {
      weight *= 0.97;
    }
    return Math.round(weight * 1000);
  }
}
