package film.restore;

import java.util.Arrays;
import java.util.List;

/** Restores the frames of a reel, each by all filters in turn. */
public class ReelRestorer {
  private final List<FrameFilter> filters;

  public ReelRestorer(FrameFilter... filters) {
    this.filters = Arrays.asList(filters);
  }

  public Frame[] restore(Frame[] reel) {
    Frame[] restored = new Frame[reel.length];
    for (int i = 0; i < reel.length; i++) {
      restored[i] = clean(reel[i]);
    }
    return restored;
  }

  public Frame clean(Frame frame) {
    Frame current = frame;
    for (FrameFilter filter : filters) {
      current = filter.apply(current);
    }
    return current;
  }
}
