package com.pawlane.clinic.security;

import java.util.function.Supplier;
import org.mindrot.jbcrypt.BCrypt;

public class PasswordService {
  private final int rounds;
  private final Supplier<String> salt;

  public PasswordService(int rounds) {
    this.rounds = rounds;
    this.salt = () -> BCrypt.gensalt(this.rounds);
  }

  public String hash(String password) {
    return BCrypt.hashpw(password, salt.get());
  }

  public boolean matches(String password, String stored) {
    return stored != null && stored.startsWith("$2a$") && BCrypt.checkpw(password, stored);
  }

  public boolean needsRehash(String stored) {
    return Integer.parseInt(stored.substring(4, 6)) < rounds;
  }
}
