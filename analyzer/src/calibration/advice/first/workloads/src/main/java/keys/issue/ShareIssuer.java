package keys.issue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Issues the prime shares of a new device key while the device waits. */
public final class ShareIssuer {
  private static final int SHARES = 4;
  private static final int BITS = 112;

  /** Returns the four shares of a device. */
  public List<BigInteger> issue(long device) {
    List<BigInteger> shares = new ArrayList<>(SHARES);
    for (int index = 0; index < SHARES; index++) {
      shares.add(share(device, index));
    }
    return shares;
  }

  public BigInteger share(long device, int index) {
    BigInteger start =
        BigInteger.valueOf(device * SHARES + index + 7)
            .pow(11)
            .multiply(BigInteger.valueOf(0x9E3779B97F4A7C15L).abs())
            .mod(BigInteger.ONE.shiftLeft(BITS - 1))
            .setBit(BITS - 1)
            .setBit(0);
    BigInteger candidate = start;
    while (!candidate.isProbablePrime(40)) {
      candidate = candidate.add(BigInteger.TWO);
    }
    return candidate;
  }
}
