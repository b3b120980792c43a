package dev.concur.report;

import java.util.ArrayList;
import java.util.List;

/** The lines of two short texts side by side, by their longest common subsequence. */
final class LineDiff {

  private LineDiff() {}

  /** Each line with a mark before it: gone, come, or a blank when it stays. */
  static List<String> of(List<String> gone, List<String> come) {
    int[][] common = common(gone, come);
    List<String> marked = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < gone.size() && j < come.size()) {
      if (gone.get(i).equals(come.get(j))) {
        marked.add(" " + gone.get(i));
        i++;
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        marked.add("-" + gone.get(i++));
      } else {
        marked.add("+" + come.get(j++));
      }
    }
    gone.subList(i, gone.size()).forEach(line -> marked.add("-" + line));
    come.subList(j, come.size()).forEach(line -> marked.add("+" + line));
    return marked;
  }

  /** How many lines the rests of both from here have in common. */
  private static int[][] common(List<String> gone, List<String> come) {
    int[][] common = new int[gone.size() + 1][come.size() + 1];
    for (int i = gone.size() - 1; i >= 0; i--) {
      for (int j = come.size() - 1; j >= 0; j--) {
        common[i][j] =
            gone.get(i).equals(come.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
