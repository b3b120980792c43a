package app.quill.files;

import app.quill.catalog.Book;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.Files;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.io.FileUtils;

/** What we send. */
public class Exports {

  private final File folder;
  private final ObjectMapper json;

  public Exports(File folder, ObjectMapper json) {
    this.folder = folder;
    this.json = json;
  }

  public File lines(String name, List<String> lines) throws IOException {
    File file = new File(folder, name);
    FileUtils.writeLines(file, lines);
    return file;
  }

  public void append(String name, String text) throws IOException {
    Files.asCharSink(
            new File(folder, name),
            StandardCharsets.UTF_8,
            com.google.common.io.FileWriteMode.APPEND)
        .write(text);
  }

  /** Makes room and takes it away again. */
  public void clean(String name) throws IOException {
    File room = new File(folder, name);
    FileUtils.forceMkdir(room);
    FileUtils.touch(new File(room, "done"));
    FileUtils.deleteDirectory(room);
  }

  public void catalogue(String name, List<Book> books) throws IOException {
    json.writeValue(new File(folder, name), books);
  }

  public static String csv(List<Book> books) throws IOException {
    StringWriter out = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT)) {
      for (Book book : books) {
        printer.printRecord(book.getIsbn(), book.getTitle(), book.getPages(), book.getCents());
      }
    }
    return out.toString();
  }

  /** One archive with all texts. */
  public void archive(String name, Map<String, byte[]> texts) throws IOException {
    try (OutputStream file =
        new BufferedOutputStream(new FileOutputStream(new File(folder, name)))) {
      pack(file, texts);
    }
  }

  private static void pack(OutputStream out, Map<String, byte[]> texts) throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out));
    for (Map.Entry<String, byte[]> text : texts.entrySet()) {
      TarArchiveEntry entry = new TarArchiveEntry(text.getKey());
      entry.setSize(text.getValue().length);
      tar.putArchiveEntry(entry);
      tar.write(text.getValue());
      tar.closeArchiveEntry();
    }
    tar.close();
  }

  public static byte[] parcel(Map<String, byte[]> texts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pack(out, texts);
    return out.toByteArray();
  }

  public static byte[] bzip2(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream bzip2 = new BZip2CompressorOutputStream(out)) {
      bzip2.write(bytes);
    }
    return out.toByteArray();
  }

  /** Adds one to the number in the file, alone among processes. */
  public long nextNumber(String name) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(new File(folder, name), "rw");
        FileLock lock = file.getChannel().lock()) {
      long number = file.length() < 8 ? 1 : file.readLong() + 1;
      file.seek(0);
      file.writeLong(number);
      return number;
    }
  }

  public int mapped(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MappedByteBuffer buffer = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      int sum = 0;
      for (int at = 0; at < buffer.limit(); at += 512) {
        sum += buffer.get(at);
      }
      return sum;
    }
  }

  static String fileName(String title, int edition) {
    return title.toLowerCase().replace(' ', '_') + "-" + edition + ".json";
  }
}
