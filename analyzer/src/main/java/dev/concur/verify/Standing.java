package dev.concur.verify;

/**
 * What the pairs say of a predicted speedup. All on the scale of logarithms, where twice as fast
 * and half as fast are equally far from "the same".
 */
enum Standing {
  /** The effect is there, in the predicted direction, and worth the name. */
  HOLDS,
  /** The effect is there, but surely less than {@link #SHARE} of the predicted gain. */
  TOO_SMALL,
  /** There is surely no gain of {@link #SAME} or more. */
  CONTRADICTED,
  /** More pairs are needed. */
  OPEN;

  /** Nobody changes code for less than 10 %; two arms within it are the same. */
  static final double SAME = Math.log(1.10);

  /** The part of the predicted gain (of its logarithm) that must be there to call it confirmed. */
  static final double SHARE = .5;

  /**
   * Judges after a planned look.
   *
   * @param predicted speedup that was predicted
   * @param effect interval of the mean log ratio, at the level of a look
   * @param sameness the interval of the two one-sided tests
   */
  static Standing of(double predicted, TInterval effect, TInterval sameness) {
    double expected = Math.log(predicted);
    if (Math.abs(expected) <= SAME) {
      return ofNoDifference(effect, sameness);
    }
    return expected > 0
        ? ofGain(expected, effect, sameness)
        : ofGain(-expected, effect.negated(), sameness.negated());
  }

  private static Standing ofGain(double expected, TInterval effect, TInterval sameness) {
    double enough = SHARE * expected;
    if (effect.low() > 0 && effect.mean() >= enough) {
      return HOLDS;
    }
    if (sameness.high() < SAME) {
      return CONTRADICTED;
    }
    return effect.low() > 0 && effect.high() < enough ? TOO_SMALL : OPEN;
  }

  private static Standing ofNoDifference(TInterval effect, TInterval sameness) {
    if (sameness.low() > -SAME && sameness.high() < SAME) {
      return HOLDS;
    }
    return effect.low() > SAME || effect.high() < -SAME ? CONTRADICTED : OPEN;
  }
}
