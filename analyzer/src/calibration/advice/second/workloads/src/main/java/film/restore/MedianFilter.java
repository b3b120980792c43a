package film.restore;

/** Removes dust: the middle of nine neighbours, by counting. */
public class MedianFilter extends FrameFilter {
  @Override
  protected int pixel(Frame frame, int x, int y) {
    int[] nine = new int[9];
    int n = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int v = frame.at(x + dx, y + dy);
        int i = n++;
        while (i > 0 && nine[i - 1] > v) {
          nine[i] = nine[i - 1];
          i--;
        }
        nine[i] = v;
      }
    }
    return nine[4];
  }
}
