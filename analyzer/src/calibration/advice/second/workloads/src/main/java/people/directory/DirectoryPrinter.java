package people.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prints the telephone directory: the inhabitants of each town in order. */
public class DirectoryPrinter {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
  private final Comparator<String> order;

  public DirectoryPrinter() {
    this(NameOrder.NATIONAL);
  }

  public DirectoryPrinter(Comparator<String> order) {
    this.order = order;
  }

  public List<String> print(List<Town> towns) throws Exception {
    List<Future<String>> pages = new ArrayList<>(towns.size());
    for (Town town : towns) {
      pages.add(pool.submit(() -> page(town)));
    }
    List<String> printed = new ArrayList<>(towns.size());
    for (Future<String> page : pages) {
      printed.add(page.get());
    }
    return printed;
  }

  public String page(Town town) {
    String[] names = town.getInhabitants();
    Arrays.sort(names, order);
    return town.getName() + "\n" + String.join("\n", names);
  }

  public void dispose() {
    pool.shutdown();
  }
}
