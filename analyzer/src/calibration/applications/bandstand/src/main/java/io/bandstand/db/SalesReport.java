package io.bandstand.db;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Figures of sales, asked of the database. */
public class SalesReport {

  /** A row of the report. */
  public record Sale(long show, int orders, long cents) {}

  private static final Table<?> ORDERS = table("orders");
  private static final Table<?> LINES = table("lines");
  private static final Field<Long> SHOW = field("show_id", Long.class);
  private static final Field<Long> CENTS = field("cents", Long.class);

  private final DSLContext sql;

  public SalesReport(DataSource source) {
    this.sql = DSL.using(source, SQLDialect.H2);
  }

  public List<Sale> byShow() {
    return perShow()
        .fetch(
            r ->
                new Sale(
                    r.get(SHOW), r.get(1, Integer.class), r.get(2, BigDecimal.class).longValue()));
  }

  private Select<? extends Record> perShow() {
    return sql.select(SHOW, count(), sum(CENTS))
        .from(ORDERS)
        .join(LINES)
        .on(field("order_id").eq(field("orders.id")))
        .groupBy(SHOW)
        .orderBy(SHOW);
  }

  /** What would be asked. */
  public String statement() {
    return perShow().getSQL();
  }

  public Map<String, Integer> byStatus(long show) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    sql.select(field("status", String.class), count())
        .from(ORDERS)
        .where(SHOW.eq(show))
        .groupBy(field("status"))
        .forEach(r -> counts.put(r.value1(), r.value2()));
    return counts;
  }
}
