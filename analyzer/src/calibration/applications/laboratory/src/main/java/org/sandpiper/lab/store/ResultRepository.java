package org.sandpiper.lab.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sandpiper.lab.domain.Result;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

public class ResultRepository {
  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;

  public ResultRepository(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.named = new NamedParameterJdbcTemplate(jdbc);
  }

  static Result map(ResultSet r, int row) throws SQLException {
    return new Result(
        r.getLong("id"),
        r.getString("accession"),
        r.getString("analyte"),
        r.getDouble("amount"),
        r.getString("unit"),
        r.getTimestamp("measured").toInstant(),
        Result.Status.valueOf(r.getString("status")));
  }

  public List<Result> ofAccession(String accession) {
    return jdbc.query(
        "select * from result where accession = ? order by analyte",
        ResultRepository::map,
        accession);
  }

  public List<Result> history(String mrn, String analyte, int most) {
    return jdbc.query(
        "select r.* from result r join lab_order o on o.accession = r.accession where o.mrn = ? and r.analyte = ? order by r.measured desc limit ?",
        ResultRepository::map,
        mrn,
        analyte,
        most);
  }

  public List<Result> between(String analyte, Instant from, Instant to) {
    return named.query(
        "select * from result where analyte = :analyte and measured >= :from and measured < :to",
        new MapSqlParameterSource("analyte", analyte)
            .addValue("from", Timestamp.from(from))
            .addValue("to", Timestamp.from(to)),
        ResultRepository::map);
  }

  public void insert(List<Result> results) {
    jdbc.batchUpdate(
        "insert into result(accession, analyte, amount, unit, measured, status) values(?, ?, ?, ?, ?, ?)",
        results,
        100,
        (p, r) -> {
          p.setString(1, r.accession());
          p.setString(2, r.analyte());
          p.setDouble(3, r.value());
          p.setString(4, r.unit());
          p.setTimestamp(5, Timestamp.from(r.at()));
          p.setString(6, r.status().name());
        });
  }

  public int mark(String accession, Result.Status status) {
    return jdbc.update(
        "update result set status = ? where accession = ?", status.name(), accession);
  }

  public Map<String, Long> countByAnalyte() {
    return jdbc
        .query(
            "select analyte, count(*) from result group by analyte",
            (r, i) -> Map.entry(r.getString(1), r.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public long heldFor(String analyte) {
    Long n =
        jdbc.queryForObject(
            "select count(*) from result where analyte = ? and status = 'HELD'",
            Long.class,
            analyte);
    return n == null ? 0 : n;
  }
}
