package auth.tokens;

import java.util.HashMap;
import java.util.Map;

/** Asks the server outside the lock. */
public class OutsideCache extends TokenCache {
    private final Map<String, Token> tokens = new HashMap<>();
    private final TokenServer server;

    public OutsideCache(TokenServer server) {
        super(server);
        this.server = server;
    }

    @Override
    public String token(String tenant) {
        long now = System.currentTimeMillis();
        synchronized (this) {
            Token token = tokens.get(tenant);
            if (token != null && token.validAt(now)) {
                return token.value();
            }
        }
        Token issued = server.issue(tenant, now);
        synchronized (this) {
            tokens.put(tenant, issued);
        }
        return issued.value();
    }

    @Override
    public synchronized void forget() {
        tokens.clear();
    }
}
