package dev.concur.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of the JDK that runs us, by module and by package. */
final class RunningJdk implements Closeable {

  private final ModuleFinder system = ModuleFinder.ofSystem();
  private final Map<String, ModuleReference> byPackage = new HashMap<>();
  private final Map<String, ModuleArchive> opened = new ConcurrentHashMap<>();

  RunningJdk() {
    for (ModuleReference module : system.findAll()) {
      module.descriptor().packages().forEach(name -> byPackage.put(name, module));
    }
  }

  Optional<ModuleArchive> module(String name) {
    return system.find(name).map(this::open);
  }

  Optional<byte[]> find(String binaryName) throws IOException {
    String packageName = binaryName.substring(0, Math.max(0, binaryName.lastIndexOf('.')));
    ModuleReference module = byPackage.get(packageName);
    return module == null
        ? Optional.empty()
        : open(module).read(binaryName.replace('.', '/') + ".class");
  }

  private ModuleArchive open(ModuleReference module) {
    return opened.computeIfAbsent(
        module.descriptor().name(),
        name -> {
          try {
            return new ModuleArchive(module);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public void close() throws IOException {
    for (ModuleArchive archive : opened.values()) {
      archive.close();
    }
  }
}
