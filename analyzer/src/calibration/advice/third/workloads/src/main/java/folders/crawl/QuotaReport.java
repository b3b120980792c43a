package folders.crawl;

import java.util.ArrayList;
import java.util.List;

/** Adds up what each department keeps on the document server. */
public class QuotaReport {
  private static final int MAX_DEPTH = 12;
  private final FolderClient client;

  public QuotaReport(FolderClient client) {
    this.client = client;
  }

  public List<String> over(List<String> departments, long limit) {
    List<String> over = new ArrayList<>();
    for (String department : departments) {
      if (size(department, 0) > limit) {
        over.add(department);
      }
    }
    return over;
  }

  public long size(String path, int depth) {
    if (depth > MAX_DEPTH) {
      return 0;
    }
    Folder folder = client.list(path);
    long sum = folder.bytes();
    for (String child : folder.children()) {
      sum += size(path + "." + child, depth + 1);
    }
    return sum;
  }
}
