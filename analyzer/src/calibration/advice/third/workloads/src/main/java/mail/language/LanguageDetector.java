package mail.language;

/** Guesses the language of a text. */
public class LanguageDetector {
  private final String[] languages;
  private final float[][] models;
  private final TrigramProfile profile = new TrigramProfile();

  public LanguageDetector(String[] languages, float[][] models) {
    this.languages = languages;
    this.models = models;
  }

  public String detect(String text) {
    int[] counts = profile.count(text);
    int best = 0;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int m = 0; m < models.length; m++) {
      double score = 0;
      float[] model = models[m];
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          score += counts[i] * model[i];
        }
      }
      if (score > bestScore) {
        bestScore = score;
        best = m;
      }
    }
    return profile.total() < 3 ? "unknown" : languages[best];
  }
}
