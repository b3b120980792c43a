package com.kittiwake.freight.edi;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Vector;

/** Keeps the open interchanges over a restart. */
public class StateFile {
  private final File file;

  public StateFile(File file) {
    this.file = file;
  }

  public void save(Vector open) throws IOException {
    File tmp = new File(file.getPath() + ".tmp");
    FileOutputStream raw = new FileOutputStream(tmp);
    ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(raw));
    out.writeObject(open);
    out.flush();
    raw.getFD().sync();
    out.close();
    if (!tmp.renameTo(file)) {
      throw new IOException("cannot replace " + file);
    }
  }

  public Vector restore() throws IOException, ClassNotFoundException {
    ObjectInputStream in =
        new ObjectInputStream(new BufferedInputStream(new FileInputStream(file)));
    try {
      return (Vector) in.readObject();
    } finally {
      in.close();
    }
  }

  /** A deep copy, so that the sender may change it. */
  public static Vector copyOf(Vector open) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ObjectOutputStream out = new ObjectOutputStream(bytes);
      out.writeObject(open);
      out.close();
      return (Vector)
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (Exception e) {
      throw new RuntimeException(e.toString());
    }
  }
}
