package survey.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Weighs the answers of a survey on a pool of threads. */
public class SurveyTally implements AutoCloseable {
  private static final int THREADS = 4;
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
  private final Weighting weighting;

  public SurveyTally(Weighting weighting) {
    this.weighting = weighting;
  }

  public long yes(List<Respondent> respondents) throws InterruptedException, ExecutionException {
    List<Future<Long>> weights = new ArrayList<>(respondents.size());
    for (Respondent respondent : respondents) {
      weights.add(executor.submit(() -> weigh(respondent)));
    }
    long sum = 0;
    for (Future<Long> weight : weights) {
      sum += weight.get();
    }
    return sum;
  }

  public long weigh(Respondent respondent) {
    return respondent.answer() == 1 ? weighting.thousandths(respondent) : 0;
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
