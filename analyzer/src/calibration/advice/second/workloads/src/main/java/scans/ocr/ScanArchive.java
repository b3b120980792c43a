package scans.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes scanned pages searchable. */
public class ScanArchive {
  private final OcrEngine engine;
  private final ExecutorService readers;

  public ScanArchive(OcrEngine engine, int readers) {
    this.engine = engine;
    this.readers = Executors.newFixedThreadPool(readers);
  }

  public static ScanArchive withDefaults(OcrEngine engine) {
    return new ScanArchive(engine, 8);
  }

  public Map<String, String> index(List<String> pages) throws Exception {
    List<Future<String>> texts = new ArrayList<>();
    for (String page : pages) {
      texts.add(readers.submit(() -> read(page)));
    }
    Map<String, String> index = new TreeMap<>();
    for (int i = 0; i < pages.size(); i++) {
      index.put(pages.get(i), texts.get(i).get());
    }
    return index;
  }

  public String read(String page) throws Exception {
    return engine.recognise(page).trim();
  }

  public void close() {
    readers.shutdownNow();
  }
}
