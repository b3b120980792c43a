package auth.tokens;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the server within ConcurrentHashMap.compute. */
public class ComputeCache extends TokenCache {
    private final Map<String, Token> tokens = new ConcurrentHashMap<>(256);
    private final TokenServer server;

    public ComputeCache(TokenServer server) {
        super(server);
        this.server = server;
    }

    @Override
    public String token(String tenant) {
        long now = System.currentTimeMillis();
        return tokens.compute(tenant, (t, token) -> token != null && token.validAt(now) ? token : server.issue(t, now))
                .value();
    }

    @Override
    public void forget() {
        tokens.clear();
    }
}
