package labels.barcode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Makes the labels of a consignment. */
public final class LabelService {
  private final SymbolEncoder encoder = new SymbolEncoder();
  private final int correctionLength;

  public LabelService(int correctionLength) {
    this.correctionLength = correctionLength;
  }

  public CompletableFuture<Integer> order(String address) {
    return CompletableFuture.supplyAsync(() -> make(address), LabelQueue.maker());
  }

  public List<Integer> makeAll(List<String> addresses) {
    List<CompletableFuture<Integer>> orders =
        addresses.stream().map(this::order).collect(Collectors.toList());
    CompletableFuture.allOf(orders.toArray(new CompletableFuture<?>[0])).join();
    return orders.stream().map(CompletableFuture::join).collect(Collectors.toList());
  }

  public int make(String address) {
    return Arrays.hashCode(
        encoder.correction(address.getBytes(StandardCharsets.UTF_8), correctionLength));
  }
}
