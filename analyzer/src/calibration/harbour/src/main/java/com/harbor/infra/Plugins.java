package com.harbor.infra;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

public class Plugins {

  private final Map<String, Plugin> byName = new TreeMap<>();

  public static Plugins discover() {
    Plugins plugins = new Plugins();
    for (Plugin plugin : ServiceLoader.load(Plugin.class)) {
      plugins.byName.put(plugin.name(), plugin);
    }
    return plugins;
  }

  public long price(String name, int moves) {
    return byName.get(name).price(moves);
  }

  /** The tariff named in the settings, made anew. */
  public static Plugin standard() {
    try {
      return (Plugin)
          Class.forName("com.harbor.infra.DayPlugin").getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
