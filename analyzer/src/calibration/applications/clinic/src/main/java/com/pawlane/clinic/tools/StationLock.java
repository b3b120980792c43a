package com.pawlane.clinic.tools;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One program of a station at a time may write to the shared folder. */
public class StationLock {
  private final Path file;

  public StationLock(Path file) {
    this.file = file;
  }

  public void exclusively(Runnable work) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      work.run();
    }
  }
}
