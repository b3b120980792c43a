package people.directory;

import java.io.Serializable;

public class Town implements Serializable {
  private final String name;
  private final String[] inhabitants;

  public Town(String name, String... inhabitants) {
    this.name = name;
    this.inhabitants = inhabitants;
  }

  public String getName() {
    return name;
  }

  public String[] getInhabitants() {
    return inhabitants.clone();
  }
}
