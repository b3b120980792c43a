package dev.concur.calibration.press;

import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Articles in files. */
public class Store {

  private final Path root;
  private final ConcurrentMap<String, String> templates = new ConcurrentHashMap<>();
  private final Journal journal;

  public Store(Path root, Journal journal) {
    this.root = root;
    this.journal = journal;
  }

  /** Where events are written down. */
  public static class Journal {
    private final OutputStream out;

    public Journal(OutputStream out) {
      this.out = out;
    }

    public void event(String name) throws IOException {
      out.write(name.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
      out.flush();
    }
  }

  /** A journal that survives the loss of power. */
  public static Journal durable(Path file) throws IOException {
    return new Journal(
        Files.newOutputStream(
            file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC));
  }

  public void published(Article article) throws IOException {
    journal.event("published " + article.title());
  }

  public String load(String name) throws IOException {
    return Files.readString(root.resolve(name));
  }

  /** Loaded once each. */
  public String template(String name) {
    return templates.computeIfAbsent(
        name,
        missing -> {
          try {
            return load(missing);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  /** Nothing is read before somebody asks for a line. */
  public Stream<String> titles(Stream<String> lines) {
    return lines.filter(line -> line.startsWith("# ")).map(line -> line.substring(2));
  }

  public List<String> titlesOf(String name) throws IOException {
    try (Stream<String> lines = Files.lines(root.resolve(name))) {
      return titles(lines).toList();
    }
  }

  public void replace(String name, String text) throws IOException {
    Path draft = root.resolve(name + ".tmp");
    Files.writeString(draft, text);
    Files.move(draft, root.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  public ByteBuffer block(String name, long position) throws IOException {
    try (FileChannel channel = FileChannel.open(root.resolve(name), StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      channel.read(buffer, position);
      return buffer.flip();
    }
  }

  public int markers(String name) throws IOException {
    int count = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(root.resolve(name)))) {
      int next;
      while ((next = in.read()) >= 0) {
        if (next == '#') {
          count++;
        }
      }
    }
    return count;
  }

  public long zippedText(String archive) throws IOException {
    long sum = 0;
    try (ZipFile zip = new ZipFile(root.resolve(archive).toFile())) {
      Iterator<? extends ZipEntry> entries = zip.entries().asIterator();
      while (entries.hasNext()) {
        ZipEntry entry = entries.next();
        try (InputStream in = zip.getInputStream(entry)) {
          sum += in.readAllBytes().length;
        }
      }
    }
    return sum;
  }

  public byte[] bundle(List<Article> articles) throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Article article : articles) {
        zip.putNextEntry(new ZipEntry(article.title() + ".txt"));
        zip.write(article.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  public void each(String name, Consumer<String> consumer) throws IOException {
    for (String line : Files.readAllLines(root.resolve(name))) {
      consumer.accept(line);
    }
  }

  public List<Path> drafts() throws IOException {
    List<Path> drafts = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(root, "*.draft")) {
      files.forEach(drafts::add);
    }
    return drafts;
  }

  public long sizeOfTree() throws IOException {
    long[] sum = new long[1];
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }
        });
    return sum[0];
  }

  public void index(List<Article> articles) throws IOException {
    Path file = root.resolve("index.bin");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      for (Article article : articles) {
        out.writeUTF(article.title());
        out.writeInt(article.tags().size());
      }
    }
  }

  public String extension(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  /** Unpacks and reads what was read from a file before: no device is near. */
  public String unpack(byte[] packed) throws IOException {
    try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
