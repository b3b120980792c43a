package film.restore;

public abstract class FrameFilter {
  public Frame apply(Frame frame) {
    byte[] out = new byte[frame.grey.length];
    for (int y = 0; y < frame.height; y++) {
      for (int x = 0; x < frame.width; x++) {
        out[y * frame.width + x] = (byte) pixel(frame, x, y);
      }
    }
    return new Frame(frame.width, frame.height, out);
  }

  protected abstract int pixel(Frame frame, int x, int y);
}
