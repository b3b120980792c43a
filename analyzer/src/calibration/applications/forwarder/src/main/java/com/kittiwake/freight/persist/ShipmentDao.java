package com.kittiwake.freight.persist;

import com.kittiwake.freight.model.Incoterm;
import com.kittiwake.freight.model.Parcel;
import com.kittiwake.freight.model.Shipment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

public class ShipmentDao {
  private static final String COLUMNS =
      "id, reference, consignee, origin, destination, ready, term";
  private final Jdbi jdbi;

  public ShipmentDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  static Shipment shipment(ResultSet row) throws SQLException {
    return new Shipment(
        row.getLong("id"),
        row.getString("reference"),
        row.getString("consignee"),
        row.getString("origin"),
        row.getString("destination"),
        row.getDate("ready").toLocalDate(),
        Incoterm.valueOf(row.getString("term")),
        List.of());
  }

  public Optional<Shipment> byReference(String reference) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select " + COLUMNS + " from shipment where reference = :r")
                .bind("r", reference)
                .map((row, context) -> shipment(row))
                .findFirst());
  }

  /** With its parcels, in one transaction. */
  public Shipment load(long id) {
    return jdbi.inTransaction(
        h -> {
          Shipment bare =
              h.createQuery("select " + COLUMNS + " from shipment where id = :id")
                  .bind("id", id)
                  .map((row, context) -> shipment(row))
                  .one();
          return new Shipment(
              bare.id(),
              bare.reference(),
              bare.consignee(),
              bare.origin(),
              bare.destination(),
              bare.ready(),
              bare.term(),
              parcels(h, id));
        });
  }

  private static List<Parcel> parcels(Handle handle, long shipment) {
    return handle
        .createQuery("select mark, l, w, h, kg from parcel where shipment = :s")
        .bind("s", shipment)
        .map(
            (row, context) ->
                new Parcel(
                    row.getString(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getDouble(5)))
        .list();
  }

  public void insert(Shipment s) {
    jdbi.useTransaction(
        h -> {
          h.createUpdate(
                  "insert into shipment("
                      + COLUMNS
                      + ") values(:id, :ref, :con, :orig, :dest, :ready, :term)")
              .bind("id", s.id())
              .bind("ref", s.reference())
              .bind("con", s.consignee())
              .bind("orig", s.origin())
              .bind("dest", s.destination())
              .bind("ready", java.sql.Date.valueOf(s.ready()))
              .bind("term", s.term().name())
              .execute();
          PreparedBatch batch =
              h.prepareBatch(
                  "insert into parcel(shipment, mark, l, w, h, kg) values(?, ?, ?, ?, ?, ?)");
          for (Parcel p : s.parcels()) {
            batch
                .bind(0, s.id())
                .bind(1, p.mark())
                .bind(2, p.length())
                .bind(3, p.width())
                .bind(4, p.height())
                .bind(5, p.kg())
                .add();
          }
          if (batch.size() > 0) {
            batch.execute();
          }
        });
  }

  public int postpone(long id, LocalDate ready) {
    return jdbi.withHandle(
        h ->
            h.execute(
                "update shipment set ready = ? where id = ?", java.sql.Date.valueOf(ready), id));
  }

  public Map<String, Long> countByDestination() {
    return jdbi.withHandle(
        h ->
            h.createQuery("select destination, count(*) from shipment group by destination")
                .reduceRows(
                    new java.util.TreeMap<String, Long>(),
                    (map, row) -> {
                      map.put(row.getColumn(1, String.class), row.getColumn(2, Long.class));
                      return map;
                    }));
  }

  public List<String> consignees() {
    return jdbi.withHandle(
        h -> h.createQuery("select distinct consignee from shipment").mapTo(String.class).list());
  }
}
