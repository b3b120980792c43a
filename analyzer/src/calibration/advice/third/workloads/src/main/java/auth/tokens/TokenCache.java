package auth.tokens;

import java.util.HashMap;
import java.util.Map;

/** Keeps the tokens of the tenants and renews them when they are out of date. */
public class TokenCache {
  private final Map<String, Token> tokens = new HashMap<>();
  private final TokenServer server;

  public TokenCache(TokenServer server) {
    this.server = server;
  }

  public synchronized String token(String tenant) {
    long now = System.currentTimeMillis();
    Token token = tokens.get(tenant);
    if (token == null || !token.validAt(now)) {
      token = server.issue(tenant, now);
      tokens.put(tenant, token);
    }
    return token.value();
  }

  public synchronized void forget() {
    tokens.clear();
  }
}
