package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;

/** Each page says where the next one is. */
public final class PageByPage {

  public static final int PAGES = 40;

  public List<Integer> all() throws InterruptedException {
    List<Integer> pages = new ArrayList<>();
    int cursor = 1;
    for (int i = 0; i < PAGES; i++) {
      cursor = next(cursor);
      pages.add(cursor);
    }
    return pages;
  }

  public static int next(int cursor) throws InterruptedException {
    Thread.sleep(3);
    return cursor * 7 % 101;
  }
}
