package com.kittiwake.freight.edi;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.util.Date;
import java.util.Properties;
import java.util.Vector;

/** A directory of interchanges that wait to be sent. */
public class InterchangeSpool {
  private final File dir;
  private int serial;

  public InterchangeSpool(File dir) {
    this.dir = dir;
    dir.mkdirs();
  }

  /** Safe on the disk when this returns. */
  public synchronized File store(Vector segments) throws IOException {
    File file = new File(dir, "out" + (++serial % 500) + ".edi");
    FileOutputStream raw = new FileOutputStream(file);
    try {
      OutputStreamWriter out = new OutputStreamWriter(raw, "ISO-8859-1");
      EdifactWriter writer = new EdifactWriter(out);
      for (int i = 0; i < segments.size(); i++) {
        writer.write((Segment) segments.elementAt(i));
      }
      out.flush();
      raw.getFD().sync();
    } finally {
      raw.close();
    }
    return file;
  }

  public String load(String name) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(new File(dir, name)), "ISO-8859-1"));
    StringBuffer text = new StringBuffer();
    try {
      String line;
      while ((line = in.readLine()) != null) {
        text.append(line).append('\n');
      }
    } finally {
      in.close();
    }
    return text.toString();
  }

  /** Partner settings (address, codes, test flag). */
  public Properties partner(String code) throws IOException {
    Properties p = new Properties();
    FileInputStream in = new FileInputStream(new File(dir, code + ".properties"));
    try {
      p.load(in);
    } finally {
      in.close();
    }
    return p;
  }

  public String describe(File file) {
    return file.getName() + " of " + new Date(0L).getTime() + " in " + dir.getName();
  }
}
