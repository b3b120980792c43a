package ocean.buoys;

/** A measured height of waves. */
public record Wave(String buoy, int centimetres) {
  public static Wave parse(String buoy, String answer) {
    return new Wave(buoy, Integer.parseInt(answer.substring(answer.indexOf('=') + 1)));
  }
}
