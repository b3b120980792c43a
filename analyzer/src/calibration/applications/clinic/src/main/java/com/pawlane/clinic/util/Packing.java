package com.pawlane.clinic.util;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.IOUtils;

public final class Packing {
  private Packing() {}

  public static byte[] pack(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2);
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] unpack(byte[] packed) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return IOUtils.toByteArray(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
