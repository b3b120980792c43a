package ocean.buoys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The highest waves for the bulletin. */
public class StormBulletin {
  private final BuoyClient client;
  private final int threshold;

  public StormBulletin(BuoyClient client, int threshold) {
    this.client = client;
    this.threshold = threshold;
  }

  public List<Wave> highest(List<String> buoys) {
    List<Wave> waves = new ArrayList<>();
    for (String buoy : buoys) {
      Wave wave = wave(buoy);
      if (wave.centimetres() >= threshold) {
        waves.add(wave);
      }
    }
    waves.sort(Comparator.comparingInt(Wave::centimetres).reversed());
    return waves;
  }

  public Wave wave(String buoy) {
    return Wave.parse(buoy, client.ask("WAVE " + buoy));
  }
}
