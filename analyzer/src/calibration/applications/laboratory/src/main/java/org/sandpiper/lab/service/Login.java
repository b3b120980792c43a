package org.sandpiper.lab.service;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.sandpiper.lab.ops.Accounts;
import org.sandpiper.lab.portal.StaffDirectory;

public class Login {
  /** How a password is checked. */
  public interface Method {
    boolean check(String user, String password);
  }

  private final Method method;
  private final Map<String, String> sessions = new ConcurrentHashMap<>();

  public Login(Method method) {
    this.method = method;
  }

  public static Method directory(StaffDirectory d) {
    return (u, p) -> {
      try {
        return d.passwordRight(u, p);
      } catch (LDAPException e) {
        return false;
      }
    };
  }

  public static Method local(Accounts a) {
    return a::check;
  }

  public String login(String user, String password) {
    if (!method.check(user, password)) return null;
    String token = Long.toHexString(ThreadLocalRandom.current().nextLong());
    if (sessions.size() > 10_000) sessions.clear();
    sessions.put(token, user);
    return token;
  }

  public String userOf(String token) {
    return sessions.get(token);
  }
}
