package com.kittiwake.freight.persist;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import com.kittiwake.freight.model.Booking;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

public class BookingQueries {
  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private static final Table<Record> BOOKING = table(name("BOOKING"));
  private static final Field<Long> ID = field(name("ID"), Long.class);
  private static final Field<Long> SHIPMENT = field(name("SHIPMENT"), Long.class);
  private static final Field<String> PORT = field(name("PORT"), String.class);
  private static final Field<String> VESSEL = field(name("VESSEL"), String.class);
  private static final Field<LocalDate> SAILS = field(name("SAILS"), LocalDate.class);
  private static final Field<BigDecimal> TEU = field(name("TEU"), BigDecimal.class);
  private static final Field<String> STATE = field(name("STATE"), String.class);

  /** What may be asked for; null means any. */
  public record Filter(String port, String vessel, LocalDate from, LocalDate until, Boolean open) {}

  private final DSLContext jooq;

  public BookingQueries(DataSource source) {
    jooq = DSL.using(source, SQLDialect.HSQLDB);
  }

  private static Condition where(Filter f) {
    Condition c = noCondition();
    if (f.port() != null) {
      c = c.and(PORT.eq(f.port()));
    }
    if (f.vessel() != null) {
      c = c.and(VESSEL.likeIgnoreCase(f.vessel() + "%"));
    }
    if (f.from() != null) {
      c = c.and(SAILS.ge(f.from()));
    }
    if (f.until() != null) {
      c = c.and(SAILS.lt(f.until()));
    }
    if (f.open() != null) {
      c = c.and(f.open() ? STATE.eq("OPEN") : STATE.ne("OPEN"));
    }
    return c;
  }

  private Select<?> select(Filter f) {
    return jooq.select(ID, SHIPMENT, PORT, VESSEL, SAILS, TEU, STATE)
        .from(BOOKING)
        .where(where(f))
        .orderBy(SAILS, ID)
        .limit(100);
  }

  public List<Booking> find(Filter filter) {
    return select(filter)
        .fetch(
            r ->
                new Booking(
                    r.get(ID),
                    r.get(SHIPMENT),
                    r.get(PORT),
                    r.get(VESSEL),
                    r.get(SAILS),
                    r.get(TEU).doubleValue(),
                    r.get(STATE)));
  }

  /** The statement of a search, for the log of the support. */
  public String explain(Filter filter) {
    return jooq.renderInlined(select(filter));
  }

  public double bookedTeu(String vessel) {
    BigDecimal teu =
        jooq.select(sum(TEU)).from(BOOKING).where(VESSEL.eq(vessel)).fetchOneInto(BigDecimal.class);
    return teu == null ? 0 : teu.doubleValue();
  }

  public Map<String, Integer> openByPort() {
    return jooq.select(PORT, count())
        .from(BOOKING)
        .where(STATE.eq("OPEN"))
        .groupBy(PORT)
        .fetchMap(PORT, count());
  }

  /** Cancels a booking and takes its space back; both or nothing. */
  public void cancel(long id) {
    jooq.transaction(
        t -> {
          DSLContext inner = DSL.using(t);
          inner.update(BOOKING).set(STATE, "CANCELLED").where(ID.eq(id)).execute();
          inner.update(BOOKING).set(TEU, BigDecimal.ONE).where(ID.eq(id)).execute();
        });
  }
}
