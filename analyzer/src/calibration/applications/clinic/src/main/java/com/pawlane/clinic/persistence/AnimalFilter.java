package com.pawlane.clinic.persistence;

import com.pawlane.clinic.model.Species;
import java.util.ArrayList;
import java.util.List;

/** Builds the where clause of a search mask. */
public final class AnimalFilter {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> arguments = new ArrayList<>();

  public AnimalFilter species(Species species) {
    conditions.add("species = ?");
    arguments.add(species.name());
    return this;
  }

  public AnimalFilter nameLike(String part) {
    conditions.add("lower(name) like ?");
    arguments.add("%" + part.toLowerCase() + "%");
    return this;
  }

  public String toSql() {
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
  }

  public Object[] arguments() {
    return arguments.toArray();
  }
}
