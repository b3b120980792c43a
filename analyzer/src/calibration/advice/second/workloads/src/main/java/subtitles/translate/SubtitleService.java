package subtitles.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Translates the subtitles of a film. */
public class SubtitleService {
  private static final int WORKERS = 8;

  private final Translator translator;
  private final ExecutorService workers;

  public SubtitleService(Map<String, String> phrases) {
    translator = new GuardedTranslator(new RuleTranslator(phrases));
    workers = Executors.newFixedThreadPool(WORKERS);
  }

  public List<String> translateAll(List<String> lines) throws Exception {
    List<Future<String>> futures = new ArrayList<>();
    for (String line : lines) {
      futures.add(workers.submit(() -> translate(line)));
    }
    List<String> result = new ArrayList<>();
    for (Future<String> future : futures) {
      result.add(future.get());
    }
    return result;
  }

  public String translate(String line) {
    return translator.translate(line);
  }

  public void close() {
    workers.shutdown();
  }
}
