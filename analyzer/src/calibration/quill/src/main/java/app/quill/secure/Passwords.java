package app.quill.secure;

import app.quill.store.Database;
import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.mindrot.jbcrypt.BCrypt;

public class Passwords {

  private final Database database;
  private final BloomFilter<CharSequence> leaked;

  public Passwords(Database database, List<String> leaked) {
    this.database = database;
    this.leaked =
        BloomFilter.create(
            Funnels.stringFunnel(StandardCharsets.UTF_8), Math.max(1, leaked.size()));
    leaked.forEach(this.leaked::put);
  }

  public boolean probablyLeaked(String password) {
    return leaked.mightContain(password);
  }

  public static String hash(String password, int rounds) {
    return BCrypt.hashpw(password, BCrypt.gensalt(rounds));
  }

  /** Fetches the hash and compares. */
  public boolean login(String user, String password) throws SQLException {
    String hash =
        database.read(
            connection -> {
              try (PreparedStatement query =
                  connection.prepareStatement("select hash from users where name = ?")) {
                query.setString(1, user);
                try (ResultSet rows = query.executeQuery()) {
                  return rows.next() ? rows.getString(1) : null;
                }
              }
            });
    return hash != null && BCrypt.checkpw(password, hash);
  }

  public static String fingerprint(byte[] document) {
    return DigestUtils.sha512Hex(document);
  }

  public static String etag(byte[] small) {
    return Hashing.murmur3_128().hashBytes(small).toString();
  }

  public static String hexed(byte[] bytes) {
    return Hex.encodeHexString(bytes);
  }

  public static String invitation(long number) {
    byte[] bytes = BigInteger.valueOf(number * 2_654_435_761L).toByteArray();
    return BaseEncoding.base32().omitPadding().encode(bytes);
  }

  /** A pair of primes for a licence key. */
  public static BigInteger modulus(int bits, long seed) {
    Random random = new Random(seed);
    return BigInteger.probablePrime(bits / 2, random)
        .multiply(BigInteger.probablePrime(bits / 2, random));
  }

  public static boolean strong(String password) {
    return password.length() >= 12
        && password.chars().anyMatch(Character::isDigit)
        && password.chars().anyMatch(Character::isUpperCase);
  }
}
