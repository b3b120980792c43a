package io.bandstand.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a customer bought in one go. */
public final class Order {

  public enum Status {
    OPEN,
    PAID,
    CANCELLED
  }

  public record Line(Seat seat, Money price) {}

  private final long id;
  private final long customerId;
  private final long showId;
  private final Instant placed;
  private final Status status;
  private final String card;
  private final List<Line> lines;

  private Order(Builder builder) {
    id = builder.id;
    customerId = builder.customerId;
    showId = builder.showId;
    placed = Objects.requireNonNullElseGet(builder.placed, Instant::now);
    status = builder.status;
    card = builder.card;
    lines = List.copyOf(builder.lines);
  }

  public static Builder builder(long id) {
    return new Builder(id);
  }

  public long id() {
    return id;
  }

  public long customerId() {
    return customerId;
  }

  public long showId() {
    return showId;
  }

  public Instant placed() {
    return placed;
  }

  public Status status() {
    return status;
  }

  public String card() {
    return card;
  }

  public List<Line> lines() {
    return lines;
  }

  public Money total() {
    return lines.stream().map(Line::price).reduce(Money.NOTHING, Money::plus);
  }

  public Order with(Status next) {
    Builder copy = new Builder(id).customer(customerId).show(showId).placed(placed).card(card);
    lines.forEach(l -> copy.line(l.seat(), l.price()));
    return copy.status(next).build();
  }

  /** Collects an order while the customer is at it. */
  public static final class Builder {
    private final long id;
    private final List<Line> lines = new ArrayList<>();
    private long customerId;
    private long showId;
    private Instant placed;
    private Status status = Status.OPEN;
    private String card = "";

    private Builder(long id) {
      this.id = id;
    }

    public Builder customer(long customer) {
      customerId = customer;
      return this;
    }

    public Builder show(long show) {
      showId = show;
      return this;
    }

    public Builder placed(Instant when) {
      placed = when;
      return this;
    }

    public Builder status(Status now) {
      status = now;
      return this;
    }

    public Builder card(String number) {
      card = number;
      return this;
    }

    public Builder line(Seat seat, Money price) {
      lines.add(new Line(seat, price));
      return this;
    }

    public Order build() {
      if (customerId <= 0) {
        throw new IllegalStateException("an order without a customer");
      }
      return new Order(this);
    }
  }
}
