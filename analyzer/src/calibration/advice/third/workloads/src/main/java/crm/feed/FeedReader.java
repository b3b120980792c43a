package crm.feed;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Follows the feed from a cursor to its end. */
public class FeedReader {
  private final FeedConnection connection;
  private final Map<String, String> latest = new HashMap<>();
  private String cursor;

  public FeedReader(FeedConnection connection, String cursor) {
    this.connection = connection;
    this.cursor = cursor;
  }

  /** Reads all there is; returns the number of pages. */
  public int catchUp() throws IOException {
    int pages = 0;
    while (cursor != null) {
      step();
      pages++;
    }
    return pages;
  }

  /** Reads one page and moves on. */
  public void step() throws IOException {
    ChangePage page = connection.page(cursor);
    for (String change : page.changes()) {
      int colon = change.indexOf(':');
      latest.put(change.substring(0, colon), change.substring(colon + 1));
    }
    cursor = page.next();
  }

  public boolean atEnd() {
    return cursor == null;
  }

  public void restart(String from) {
    cursor = from;
    latest.clear();
  }

  public int known() {
    return latest.size();
  }
}
