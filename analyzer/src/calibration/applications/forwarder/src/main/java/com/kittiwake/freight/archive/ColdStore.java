package com.kittiwake.freight.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Papers of closed files. Packed, one file each, flushed when put. */
public class ColdStore {
  private final Path root;
  private final Packer packer;

  public ColdStore(Path root, Packer packer) {
    this.root = root;
    this.packer = packer;
  }

  Path pathOf(String key) {
    String hash = String.format("%02x", key.hashCode() & 0xff);
    return root.resolve(hash).resolve(key + "." + packer.suffix());
  }

  public void put(String key, byte[] content) throws IOException {
    Path path = pathOf(key);
    Files.createDirectories(path.getParent());
    ByteBuffer packed = ByteBuffer.wrap(packer.pack(content));
    try (FileChannel out =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      while (packed.hasRemaining()) {
        out.write(packed);
      }
      out.force(false);
    }
  }

  public byte[] get(String key) throws IOException {
    return packer.unpack(Files.readAllBytes(pathOf(key)));
  }

  public List<String> keys() throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .map(p -> p.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  public void drop(Path tree) throws IOException {
    try (Stream<Path> walk = Files.walk(tree)) {
      for (Path p : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }
}
