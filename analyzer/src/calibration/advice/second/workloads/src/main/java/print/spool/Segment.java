package print.spool;

import java.io.Serializable;

public final class Segment implements Serializable {
  private final String name;
  private final byte[] data;

  public Segment(String name, byte[] data) {
    this.name = name;
    this.data = data;
  }

  public String getName() {
    return name;
  }

  public byte[] getData() {
    return data;
  }
}
