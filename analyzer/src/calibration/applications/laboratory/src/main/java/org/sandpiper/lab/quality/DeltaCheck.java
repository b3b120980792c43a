package org.sandpiper.lab.quality;

import java.time.Duration;
import java.util.List;
import org.sandpiper.lab.domain.Result;

public final class DeltaCheck {
  private final double limitPerDay;

  public DeltaCheck(double limitPerDay) {
    this.limitPerDay = limitPerDay;
  }

  /**
   * @param earlier latest first
   */
  public boolean implausible(Result now, List<Result> earlier) {
    if (earlier.isEmpty()) return false;
    Result last = earlier.get(0);
    double days = Math.max(0.25, Duration.between(last.at(), now.at()).toHours() / 24.0);
    double change = Math.abs(now.value() - last.value()) / Math.max(1e-9, Math.abs(last.value()));
    return change / days > limitPerDay;
  }
}
