package com.pawlane.clinic.partners;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.zip.GZIPInputStream;

/** The archive of pictures. */
public class PictureServer {
  private final URI base;

  public PictureServer(URI base) {
    this.base = base;
  }

  public byte[] get(String name) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) base.resolve("/pictures/" + name).toURL().openConnection();
    connection.setConnectTimeout(2000);
    try (InputStream in = body(connection)) {
      return in.readAllBytes();
    } finally {
      connection.disconnect();
    }
  }

  private static InputStream body(HttpURLConnection connection) throws IOException {
    InputStream in = connection.getInputStream();
    return "gzip".equals(connection.getContentEncoding()) ? new GZIPInputStream(in) : in;
  }
}
