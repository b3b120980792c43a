package org.sandpiper.lab.ops;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mindrot.jbcrypt.BCrypt;

/** Local accounts, used while the directory cannot be reached. */
public final class Accounts {
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final int rounds;

  public Accounts(int rounds) {
    this.rounds = rounds;
  }

  public void set(String user, String password) {
    hashes.put(user, BCrypt.hashpw(password, BCrypt.gensalt(rounds)));
  }

  public boolean check(String user, String password) {
    String h = hashes.get(user);
    return h != null && BCrypt.checkpw(password, h);
  }

  public boolean exists(String user) {
    return hashes.containsKey(user);
  }
}
