package com.kittiwake.freight.planning;

/** Which stack each group of containers goes to; as few restows as possible. */
public class StowageSearch {
  private final int[] ports;
  private final int stacks;
  private final int tiers;
  private int best;

  public StowageSearch(int[] ports, int stacks, int tiers) {
    this.ports = ports.clone();
    this.stacks = stacks;
    this.tiers = tiers;
  }

  public int fewestRestows() {
    best = Integer.MAX_VALUE;
    place(0, new int[stacks][tiers], new int[stacks], 0);
    return best;
  }

  private void place(int n, int[][] stack, int[] heights, int restows) {
    if (restows >= best) {
      return;
    }
    if (n == ports.length) {
      best = restows;
      return;
    }
    for (int s = 0; s < stacks; s++) {
      int height = heights[s];
      if (height < tiers) {
        int more = 0;
        for (int t = 0; t < height; t++) {
          if (stack[s][t] < ports[n]) {
            more++;
          }
        }
        stack[s][height] = ports[n];
        heights[s]++;
        place(n + 1, stack, heights, restows + more);
        heights[s]--;
        if (height == 0) {
          break;
        }
      }
    }
  }
}
