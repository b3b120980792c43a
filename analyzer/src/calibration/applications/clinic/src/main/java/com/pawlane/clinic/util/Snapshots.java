package com.pawlane.clinic.util;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** Deep copies and sizes through Java serialization. */
public final class Snapshots {
  private Snapshots() {}

  public static byte[] freeze(Serializable value) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  public static <T> T thaw(byte[] frozen) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(frozen))) {
      return (T) in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  public static long sizeOf(Serializable value) {
    CountingOutputStream counter =
        new CountingOutputStream(java.io.OutputStream.nullOutputStream());
    try (ObjectOutputStream out = new ObjectOutputStream(counter)) {
      out.writeObject(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counter.count();
  }
}
