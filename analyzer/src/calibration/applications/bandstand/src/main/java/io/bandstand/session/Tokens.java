package io.bandstand.session;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a browser or a scanner shows to be let in. */
public class Tokens {

  private final Algorithm algorithm;
  private final JWTVerifier verifier;
  private final Clock clock;

  public Tokens(Algorithm algorithm, Clock clock) {
    this.algorithm = algorithm;
    this.clock = clock;
    this.verifier = JWT.require(algorithm).withIssuer("bandstand").build();
  }

  public static Tokens shared(String secret) {
    return new Tokens(Algorithm.HMAC256(secret), Clock.systemUTC());
  }

  public static Tokens signed(KeyPair keys) {
    return new Tokens(
        Algorithm.RSA256((RSAPublicKey) keys.getPublic(), (RSAPrivateKey) keys.getPrivate()),
        Clock.systemUTC());
  }

  public String issue(long customer, List<String> roles, Duration time) {
    return JWT.create()
        .withIssuer("bandstand")
        .withSubject(Long.toString(customer))
        .withClaim("roles", roles)
        .withExpiresAt(clock.instant().plus(time))
        .sign(algorithm);
  }

  public Optional<Long> customer(String token) {
    try {
      DecodedJWT decoded = verifier.verify(token);
      return Optional.of(Long.parseLong(decoded.getSubject()));
    } catch (JWTVerificationException e) {
      return Optional.empty();
    }
  }
}
