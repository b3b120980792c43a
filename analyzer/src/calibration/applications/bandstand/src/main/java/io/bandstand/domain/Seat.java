package io.bandstand.domain;

/** A place in a block of a venue. */
public record Seat(String block, int row, int number, Tier tier) implements Comparable<Seat> {

  public enum Tier {
    FLOOR(0) {
      @Override
      public Money surcharge(Money base) {
        return base.percent(40);
      }
    },
    TRIBUNE(1) {
      @Override
      public Money surcharge(Money base) {
        return base.percent(15);
      }
    },
    BALCONY(2) {
      @Override
      public Money surcharge(Money base) {
        return Money.NOTHING;
      }
    };

    private final int level;

    Tier(int level) {
      this.level = level;
    }

    public int level() {
      return level;
    }

    public abstract Money surcharge(Money base);
  }

  /** Reads "B-12-7". */
  public static Seat parse(String label) {
    String[] parts = label.split("-");
    if (parts.length != 3) {
      throw new IllegalArgumentException("no seat: " + label);
    }
    Tier tier =
        switch (parts[0].charAt(0)) {
          case 'A', 'B' -> Tier.FLOOR;
          case 'C', 'D', 'E' -> Tier.TRIBUNE;
          default -> Tier.BALCONY;
        };
    return new Seat(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), tier);
  }

  public String label() {
    return block + "-" + row + "-" + number;
  }

  @Override
  public int compareTo(Seat other) {
    int byBlock = block.compareTo(other.block);
    if (byBlock != 0) {
      return byBlock;
    }
    return row != other.row
        ? Integer.compare(row, other.row)
        : Integer.compare(number, other.number);
  }
}
