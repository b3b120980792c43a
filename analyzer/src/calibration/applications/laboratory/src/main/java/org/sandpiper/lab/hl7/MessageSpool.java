package org.sandpiper.lab.hl7;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilenameFilter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Incoming messages are kept as files until they were processed.
 *
 * @author heiko
 */
public class MessageSpool {
  private final File dir;
  private final Map pending = new HashMap();
  private long counter;

  public MessageSpool(File dir) {
    this.dir = dir;
    dir.mkdirs();
  }

  /** The sender gets its acknowledgement when this has returned, so the file must be safe. */
  public File keep(Hl7Message m) throws IOException {
    File f;
    synchronized (this) {
      f = new File(dir, m.controlId() + "-" + (counter++) + ".hl7");
    }
    FileOutputStream out = new FileOutputStream(f);
    try {
      out.write(m.encode().getBytes("ISO-8859-1"));
      out.getFD().sync();
    } finally {
      out.close();
    }
    return f;
  }

  public Hl7Message load(File f) throws IOException {
    BufferedReader r =
        new BufferedReader(new InputStreamReader(new FileInputStream(f), "ISO-8859-1"));
    try {
      StringBuffer b = new StringBuffer();
      char[] chunk = new char[4096];
      for (int n = r.read(chunk); n > 0; n = r.read(chunk)) b.append(chunk, 0, n);
      return new Hl7Parser().parse(b.toString());
    } finally {
      r.close();
    }
  }

  public File[] waiting() {
    File[] files =
        dir.listFiles(
            new FilenameFilter() {
              public boolean accept(File d, String name) {
                return name.endsWith(".hl7");
              }
            });
    Arrays.sort(files);
    return files;
  }

  public void remember(String controlId, Hl7Message m) {
    synchronized (pending) {
      pending.put(controlId, m);
      pending.notifyAll();
    }
  }

  /** Waits for the message with this control id; null when it does not come in time. */
  public Hl7Message await(String controlId, long millis) throws InterruptedException {
    long end = System.currentTimeMillis() + millis;
    synchronized (pending) {
      while (!pending.containsKey(controlId)) {
        long left = end - System.currentTimeMillis();
        if (left <= 0) return null;
        pending.wait(left);
      }
      return (Hl7Message) pending.remove(controlId);
    }
  }
}
