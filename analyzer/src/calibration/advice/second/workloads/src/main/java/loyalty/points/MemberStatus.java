package loyalty.points;

public enum MemberStatus {
  BLUE(0),
  SILVER(10_000),
  GOLD(40_000);

  private final long threshold;

  MemberStatus(long threshold) {
    this.threshold = threshold;
  }

  static MemberStatus of(long points) {
    MemberStatus status = BLUE;
    for (MemberStatus candidate : values()) {
      if (points >= candidate.threshold) {
        status = candidate;
      }
    }
    return status;
  }
}
