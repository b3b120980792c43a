package com.pawlane.clinic.persistence;

import com.pawlane.clinic.model.Animal;
import com.pawlane.clinic.model.Species;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

public class JdbcAnimalRepository extends JdbcSupport implements AnimalRepository {
  private static final String COLUMNS =
      "select id, name, species, born, weight, chip, owner_id from animal ";

  public JdbcAnimalRepository(DataSource source) {
    super(source);
  }

  @Override
  public Optional<Animal> findById(long id) {
    return query(COLUMNS + "where id = ?", JdbcAnimalRepository::animal, id).stream().findFirst();
  }

  @Override
  public Optional<Animal> findByChip(String chip) {
    return query(COLUMNS + "where chip = ?", JdbcAnimalRepository::animal, chip).stream()
        .findFirst();
  }

  @Override
  public List<Animal> ofOwner(long ownerId) {
    return query(
        COLUMNS + "where owner_id = ? order by name", JdbcAnimalRepository::animal, ownerId);
  }

  @Override
  public void save(Animal animal) {
    update(
        "merge into animal(id, name, species, born, weight, chip, owner_id) key(id) values (?, ?, ?, ?, ?, ?, ?)",
        animal.id(),
        animal.name(),
        animal.species().name(),
        animal.born(),
        animal.weight(),
        animal.chip(),
        animal.ownerId());
  }

  @Override
  public void saveAll(List<Animal> animals) {
    withConnection(
        connection -> {
          connection.setAutoCommit(false);
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "merge into animal(id, name, species, born, weight, chip, owner_id) key(id) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Animal a : animals) {
              bind(
                  statement,
                  a.id(),
                  a.name(),
                  a.species().name(),
                  a.born(),
                  a.weight(),
                  a.chip(),
                  a.ownerId());
              statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
          } finally {
            connection.setAutoCommit(true);
          }
          return null;
        });
  }

  @Override
  public void forEach(Consumer<? super Animal> action) {
    withConnection(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(COLUMNS + "order by id")) {
            while (rows.next()) {
              action.accept(animal(rows));
            }
          }
          return null;
        });
  }

  static Animal animal(ResultSet row) throws SQLException {
    return new Animal(
        row.getLong("id"),
        row.getString("name"),
        Species.valueOf(row.getString("species")),
        row.getDate("born").toLocalDate(),
        row.getDouble("weight"),
        row.getString("chip"),
        row.getLong("owner_id"));
  }
}
