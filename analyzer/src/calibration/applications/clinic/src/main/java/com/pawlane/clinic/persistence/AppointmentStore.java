package com.pawlane.clinic.persistence;

import com.pawlane.clinic.model.Appointment;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

public class AppointmentStore {
  static final RowMapper<Appointment> ROW =
      (row, number) ->
          new Appointment(
              row.getLong("id"),
              row.getLong("animal_id"),
              row.getString("room"),
              row.getTimestamp("start_at").toLocalDateTime(),
              Duration.ofMinutes(row.getInt("minutes")),
              row.getString("reason"));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  public AppointmentStore(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  public List<Appointment> on(LocalDate day) {
    return jdbc.query(
        "select * from appointment where start_at >= ? and start_at < ? order by start_at",
        ROW,
        day.atStartOfDay(),
        day.plusDays(1).atStartOfDay());
  }

  public Optional<Appointment> find(long id) {
    try {
      return Optional.ofNullable(
          jdbc.queryForObject("select * from appointment where id = ?", ROW, id));
    } catch (EmptyResultDataAccessException none) {
      return Optional.empty();
    }
  }

  public boolean book(Appointment wanted) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              Integer taken =
                  jdbc.queryForObject(
                      "select count(*) from appointment where room = ? and start_at < ? and dateadd('MINUTE', minutes, start_at) > ?",
                      Integer.class,
                      wanted.room(),
                      wanted.end(),
                      wanted.start());
              if (taken != null && taken > 0) {
                return false;
              }
              jdbc.update(
                  "insert into appointment(id, animal_id, room, start_at, minutes, reason) values (?, ?, ?, ?, ?, ?)",
                  wanted.id(),
                  wanted.animalId(),
                  wanted.room(),
                  wanted.start(),
                  wanted.length().toMinutes(),
                  wanted.reason());
              return true;
            }));
  }

  public int cancelBefore(LocalDateTime moment) {
    return jdbc.update("delete from appointment where start_at < ? and reason is null", moment);
  }

  public void markReminded(List<Long> ids) {
    jdbc.batchUpdate(
        "update appointment set reminded = true where id = ?",
        ids,
        50,
        (statement, id) -> statement.setLong(1, id));
  }
}
