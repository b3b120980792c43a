package vouchers.code;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Prints the vouchers of a campaign. */
public final class VoucherPress implements AutoCloseable {
  private final ExecutorService printers;

  public VoucherPress(int printers) {
    this.printers = Executors.newFixedThreadPool(printers);
  }

  public VoucherPress() {
    this(4);
  }

  public String[] print(Campaign campaign, int count) {
    String[] codes = new String[count];
    CompletableFuture<?>[] all = new CompletableFuture<?>[count];
    Arrays.setAll(
        all, i -> CompletableFuture.runAsync(() -> codes[i] = code(campaign, i), printers));
    CompletableFuture.allOf(all).join();
    return codes;
  }

  public String code(Campaign campaign, int number) {
    return VoucherCodec.encode(campaign.firstSerial() + number, campaign.secret());
  }

  @Override
  public void close() {
    printers.shutdownNow();
  }
}
