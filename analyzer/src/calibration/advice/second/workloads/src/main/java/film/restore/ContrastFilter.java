package film.restore;

public class ContrastFilter extends FrameFilter {
  private final double gain;

  public ContrastFilter(double gain) {
    this.gain = gain;
  }

  @Override
  protected int pixel(Frame frame, int x, int y) {
    int stretched = (int) ((frame.at(x, y) - 128) * gain) + 128;
    return Math.max(0, Math.min(255, stretched));
  }
}
