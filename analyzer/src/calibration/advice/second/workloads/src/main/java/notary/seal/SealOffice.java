package notary.seal;

import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Seals documents with the key of the office. */
public final class SealOffice implements AutoCloseable {
  private final ExecutorService clerks = Executors.newCachedThreadPool();
  private final KeyStoreSigner signer;

  public SealOffice(PrivateKey key) {
    signer = new KeyStoreSigner(key, "SHA256withRSA");
  }

  public List<byte[]> sealAll(List<byte[]> documents) {
    List<Future<byte[]>> seals = new ArrayList<>();
    documents.forEach(document -> seals.add(clerks.submit(() -> seal(document))));
    List<byte[]> result = new ArrayList<>();
    for (Future<byte[]> seal : seals) {
      try {
        result.add(seal.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return result;
  }

  public byte[] seal(byte[] document) {
    return signer.sign(document);
  }

  @Override
  public void close() {
    clerks.shutdown();
  }
}
