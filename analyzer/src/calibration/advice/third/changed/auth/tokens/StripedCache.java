package auth.tokens;

/** Sixteen caches with a lock each, held while waiting. */
public class StripedCache extends TokenCache {
    private final TokenCache[] stripes = new TokenCache[16];

    public StripedCache(TokenServer server) {
        super(server);
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new TokenCache(server);
        }
    }

    @Override
    public String token(String tenant) {
        return stripes[tenant.hashCode() & 15].token(tenant);
    }

    @Override
    public void forget() {
        for (TokenCache stripe : stripes) {
            stripe.forget();
        }
    }
}
