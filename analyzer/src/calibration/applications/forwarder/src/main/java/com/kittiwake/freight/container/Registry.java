package com.kittiwake.freight.container;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Wires the application by hand. */
public class Registry {
  private final Map<Class<?>, Function<Registry, ?>> recipes = new HashMap<>();
  private final Map<Class<?>, Object> made = new HashMap<>();

  public <T> Registry bind(Class<T> type, Function<Registry, ? extends T> recipe) {
    recipes.put(type, recipe);
    return this;
  }

  public <T> T get(Class<T> type) {
    Object there = made.get(type);
    if (there == null) {
      Function<Registry, ?> recipe = recipes.get(type);
      if (recipe == null) {
        throw new IllegalStateException("nobody makes " + type.getName());
      }
      there = recipe.apply(this);
      made.put(type, there);
    }
    return type.cast(there);
  }
}
