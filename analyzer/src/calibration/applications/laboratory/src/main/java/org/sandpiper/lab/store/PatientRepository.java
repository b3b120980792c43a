package org.sandpiper.lab.store;

import java.util.List;
import java.util.Optional;
import org.sandpiper.lab.domain.Patient;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionTemplate;

public class PatientRepository {
  private static final RowMapper<Patient> ROW =
      (r, i) ->
          new Patient(
              r.getString("mrn"),
              r.getString("family"),
              r.getString("given"),
              r.getDate("born").toLocalDate(),
              Patient.Sex.ofCode(r.getString("sex")),
              r.getString("ward"));
  private final JdbcTemplate jdbc;
  private final TransactionTemplate tx;

  public PatientRepository(JdbcTemplate jdbc, TransactionTemplate tx) {
    this.jdbc = jdbc;
    this.tx = tx;
  }

  public Optional<Patient> find(String mrn) {
    try {
      return Optional.ofNullable(
          jdbc.queryForObject("select * from patient where mrn = ?", ROW, mrn));
    } catch (EmptyResultDataAccessException e) {
      return Optional.empty();
    }
  }

  public List<Patient> ofWard(String ward) {
    return jdbc.query("select * from patient where ward = ?", ROW, ward);
  }

  public List<Patient> everyone() {
    return jdbc.query("select * from patient", ROW);
  }

  public void store(Patient p) {
    jdbc.update(
        "merge into patient(mrn, family, given, born, sex, ward) key(mrn) values(?, ?, ?, ?, ?, ?)",
        p.mrn(),
        p.family(),
        p.given(),
        java.sql.Date.valueOf(p.born()),
        p.sex().name().substring(0, 1),
        p.ward());
  }

  /** Moves everything of the second patient to the first one. */
  public void merge(String keep, String drop) {
    tx.executeWithoutResult(
        status -> {
          jdbc.update("update lab_order set mrn = ? where mrn = ?", keep, drop);
          if (jdbc.update("delete from patient where mrn = ?", drop) > 1) status.setRollbackOnly();
        });
  }
}
