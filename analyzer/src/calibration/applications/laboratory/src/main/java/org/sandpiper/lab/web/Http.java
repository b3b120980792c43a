package org.sandpiper.lab.web;

import java.util.Map;

public final class Http {
  public record Request(
      String method, String path, Map<String, String> query, String token, byte[] body) {
    public String need(String name) {
      String v = query.get(name);
      if (v == null) throw new IllegalArgumentException("missing " + name);
      return v;
    }
  }

  public record Response(int status, String type, byte[] body) {
    public static Response text(String s) {
      return new Response(200, "text/plain", s.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static Response error(int status, String s) {
      return new Response(
          status, "text/plain", s.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @FunctionalInterface
  public interface Handler {
    Response handle(Request r) throws Exception;
  }

  private Http() {}
}
