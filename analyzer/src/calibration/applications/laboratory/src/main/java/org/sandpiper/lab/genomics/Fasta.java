package org.sandpiper.lab.genomics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

public final class Fasta {
  private Fasta() {}

  public static List<Sequence> read(BufferedReader in) throws IOException {
    List<Sequence> out = new ArrayList<>();
    String name = null;
    StringBuilder bases = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith(">")) {
        if (name != null) out.add(Sequence.of(name, bases.toString()));
        name = line.substring(1).split("\\s", 2)[0];
        bases.setLength(0);
      } else {
        bases.append(line.strip());
      }
    }
    if (name != null) out.add(Sequence.of(name, bases.toString()));
    return out;
  }

  public static List<Sequence> file(Path p) throws IOException {
    try (InputStream raw = Files.newInputStream(p);
        InputStream in = p.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
        BufferedReader r =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return read(r);
    }
  }

  public static List<Sequence> parse(String text) {
    try {
      return read(new BufferedReader(new StringReader(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void write(List<Sequence> all, Writer to) {
    PrintWriter w = new PrintWriter(to);
    for (Sequence s : all) {
      w.print('>');
      w.println(s.name());
      String b = new String(s.bases(), StandardCharsets.US_ASCII);
      for (int i = 0; i < b.length(); i += 70)
        w.println(b.substring(i, Math.min(b.length(), i + 70)));
    }
    w.flush();
  }

  public static String text(List<Sequence> all) {
    StringWriter w = new StringWriter();
    write(all, w);
    return w.toString();
  }
}
