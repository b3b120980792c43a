package dev.concur.verify;

import dev.concur.model.MethodRef;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the user says about how methods are driven: the files {@code *.properties} in the folder
 * {@code .concur/fixtures} of the project. A line {@code shop.Cart.total = shop.CartTest#sums} says
 * that one task of that method is a call of this one, which has no parameters; {@code classPath}
 * names, from the project's folder, where its class is.
 *
 * @param drivers {@code class#method} by {@code class.method}
 * @param classPath folders and jars besides those that were scanned
 */
record Fixtures(Map<String, String> drivers, List<Path> classPath) {

  private static final String FOLDER = ".concur/fixtures";
  private static final String CLASS_PATH = "classPath";

  Fixtures {
    drivers = Map.copyOf(drivers);
    classPath = List.copyOf(classPath);
  }

  /** Those of the project in which this folder is; none when there are none. */
  static Fixtures around(Path output) throws IOException {
    for (Path place = output.toAbsolutePath().normalize();
        place != null;
        place = place.getParent()) {
      if (Files.isDirectory(place.resolve(FOLDER))) {
        return read(place);
      }
    }
    return new Fixtures(Map.of(), List.of());
  }

  private static Fixtures read(Path project) throws IOException {
    Map<String, String> drivers = new TreeMap<>();
    List<Path> classPath = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(project.resolve(FOLDER))) {
      files = all.filter(file -> file.toString().endsWith(".properties")).sorted().toList();
    }
    for (Path file : files) {
      Properties lines = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        lines.load(reader);
      }
      for (String key : lines.stringPropertyNames()) {
        String value = lines.getProperty(key).strip();
        if (key.equals(CLASS_PATH)) {
          Arrays.stream(value.split(File.pathSeparator))
              .map(each -> project.resolve(each.strip()))
              .forEach(classPath::add);
        } else {
          drivers.put(key, value);
        }
      }
    }
    return new Fixtures(drivers, classPath);
  }

  /** Who drives this method. */
  Optional<String> driverOf(MethodRef subject) {
    return Optional.ofNullable(drivers.get(subject.owner() + "." + subject.name()));
  }
}
