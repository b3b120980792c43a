package auth.tokens;

/** A token and how long it may be used. */
public record Token(String value, long expires) {
  boolean validAt(long now) {
    return now < expires;
  }
}
