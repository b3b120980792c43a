package com.pawlane.clinic.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where the analysers drop their files. */
public class DropFolder implements AutoCloseable {
  private final Path folder;
  private final WatchService watcher;

  public DropFolder(Path folder) throws IOException {
    this.folder = folder;
    this.watcher = folder.getFileSystem().newWatchService();
    folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
  }

  public Optional<Path> next(long millis) throws InterruptedException {
    WatchKey key = watcher.poll(millis, TimeUnit.MILLISECONDS);
    if (key == null) {
      return Optional.empty();
    }
    try {
      return key.pollEvents().stream()
          .findFirst()
          .map(event -> folder.resolve((Path) event.context()));
    } finally {
      key.reset();
    }
  }

  public List<Path> waiting() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().endsWith(".hl7")).sorted().toList();
    }
  }

  public boolean accepts(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".hl7") || name.endsWith(".csv");
  }

  public void archive(Path file) throws IOException {
    Path done = Files.createDirectories(folder.resolve("done"));
    Files.move(file, done.resolve(file.getFileName()));
  }

  @Override
  public void close() throws IOException {
    watcher.close();
  }
}
