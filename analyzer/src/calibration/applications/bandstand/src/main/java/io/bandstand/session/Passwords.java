package io.bandstand.session;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;

/** Passwords of those who work here. */
public final class Passwords {

  private final int cost;

  public Passwords(int cost) {
    this.cost = cost;
  }

  public String hash(String password) {
    return BCrypt.withDefaults().hashToString(cost, password.toCharArray());
  }

  public boolean matches(String password, String hash) {
    return BCrypt.verifyer()
        .verify(password.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8))
        .verified;
  }

  /** A guess of how many bits it is worth. */
  public static double strength(String password) {
    int alphabet = 0;
    alphabet += password.chars().anyMatch(Character::isLowerCase) ? 26 : 0;
    alphabet += password.chars().anyMatch(Character::isUpperCase) ? 26 : 0;
    alphabet += password.chars().anyMatch(Character::isDigit) ? 10 : 0;
    alphabet += password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 30 : 0;
    return password.length() * Math.log(Math.max(1, alphabet)) / Math.log(2);
  }

  public static boolean acceptable(String password) {
    return password.length() >= 10 && strength(password) > 50;
  }
}
