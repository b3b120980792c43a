package bank.risk;

import java.util.List;

/** The loss of one desk. */
public class DeskRisk {
  private final String desk;
  private final List<Position> positions;

  public DeskRisk(String desk, List<Position> positions) {
    this.desk = desk;
    this.positions = List.copyOf(positions);
  }

  public String desk() {
    return desk;
  }

  public double worst(List<Scenario> scenarios) {
    double worst = 0;
    for (Scenario scenario : scenarios) {
      worst = Math.min(worst, value(scenario));
    }
    return worst;
  }

  public double value(Scenario scenario) {
    return positions.parallelStream().mapToDouble(position -> change(position, scenario)).sum();
  }

  public List<Position> positions() {
    return positions;
  }

  public static double change(Position position, Scenario scenario) {
    double move = scenario.move();
    return position.amount() * (position.delta() * move + 0.5 * position.gamma() * move * move);
  }
}
