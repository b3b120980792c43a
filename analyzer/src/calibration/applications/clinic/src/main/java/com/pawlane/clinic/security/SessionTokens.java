package com.pawlane.clinic.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Small signed tokens: user id, expiry, HMAC. */
public final class SessionTokens {
  private final SecretKeySpec key;
  private final Clock clock;

  public SessionTokens(byte[] secret, Clock clock) {
    this.key = new SecretKeySpec(secret, "HmacSHA256");
    this.clock = clock;
  }

  public String issue(long userId) {
    String body = userId + "." + (clock.millis() + 3_600_000);
    return body + "." + mac(body);
  }

  public OptionalLong userOf(String token) {
    int dot = token.lastIndexOf('.');
    String body = token.substring(0, dot);
    if (!mac(body).equals(token.substring(dot + 1))) {
      return OptionalLong.empty();
    }
    String[] parts = body.split("\\.");
    return Long.parseLong(parts[1]) < clock.millis()
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(parts[0]));
  }

  private String mac(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
