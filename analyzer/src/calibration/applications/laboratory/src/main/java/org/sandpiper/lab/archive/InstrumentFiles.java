package org.sandpiper.lab.archive;

import com.univocity.parsers.tsv.TsvParser;
import com.univocity.parsers.tsv.TsvParserSettings;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.FilenameUtils;
import org.dom4j.Document;
import org.dom4j.DocumentException;
import org.dom4j.Element;
import org.dom4j.io.SAXReader;
import org.jsoup.Jsoup;
import org.xerial.snappy.Snappy;

/** Files that instruments drop into shared folders. */
public final class InstrumentFiles {
  private final Path inbox;

  public InstrumentFiles(Path inbox) {
    this.inbox = inbox;
  }

  public List<Path> arrived(String pattern) throws IOException {
    try (Stream<Path> s = Files.list(inbox)) {
      return s.filter(p -> FilenameUtils.wildcardMatch(p.getFileName().toString(), pattern))
          .sorted(Comparator.comparing(InstrumentFiles::time))
          .toList();
    }
  }

  private static FileTime time(Path p) {
    try {
      return Files.getLastModifiedTime(p);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  public static List<String[]> rows(String tsv) {
    TsvParser p = new TsvParser(new TsvParserSettings());
    return p.parseAll(new StringReader(tsv));
  }

  public static List<Double> curve(File xml) throws DocumentException {
    return values(new SAXReader().read(xml));
  }

  static List<Double> values(Document d) {
    List<Double> out = new ArrayList<>();
    for (Element e : d.getRootElement().elements("point")) out.add(Double.valueOf(e.getTextTrim()));
    return out;
  }

  /** Checksum the instrument writes into the last four bytes. */
  public static boolean complete(Path p) throws IOException {
    try (RandomAccessFile f = new RandomAccessFile(p.toFile(), "r");
        FileChannel ch = f.getChannel()) {
      if (f.length() < 4) return false;
      MappedByteBuffer b = ch.map(FileChannel.MapMode.READ_ONLY, 0, f.length() - 4);
      CRC32 crc = new CRC32();
      crc.update(b);
      f.seek(f.length() - 4);
      return f.readInt() == (int) crc.getValue();
    }
  }

  public static byte[] pack(float[] trace) throws IOException {
    return Snappy.compress(trace);
  }

  public static float[] unpack(byte[] packed) throws IOException {
    return Snappy.uncompressFloatArray(packed);
  }

  /** The web pages of the old blood gas devices. */
  public static List<String> table(String html) {
    return Jsoup.parse(html).select("table tr td:nth-child(2)").eachText();
  }

  public int sweep(long olderThanMillis) throws IOException {
    int n = 0;
    for (File f : FileUtils.listFiles(inbox.toFile(), new String[] {"done"}, false)) {
      if (f.lastModified() < System.currentTimeMillis() - olderThanMillis && f.delete()) n++;
    }
    return n;
  }
}
