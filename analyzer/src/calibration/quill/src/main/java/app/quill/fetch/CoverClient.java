package app.quill.fetch;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The picture service. */
public class CoverClient {

  private static final MediaType JPEG = MediaType.get("image/jpeg");

  private final OkHttpClient http;
  private final HttpUrl base;

  public CoverClient(OkHttpClient http, String base) {
    this.http = http;
    this.base = HttpUrl.get(base);
  }

  Request request(String isbn) {
    return new Request.Builder()
        .url(base.newBuilder().addPathSegment("covers").addPathSegment(isbn).build())
        .header("Accept", "image/*")
        .build();
  }

  public byte[] fetch(String isbn) throws IOException {
    try (Response response = http.newCall(request(isbn)).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("cover " + isbn + ": " + response.code());
      }
      return response.body().bytes();
    }
  }

  public boolean upload(String isbn, byte[] jpeg) throws IOException {
    Request put = request(isbn).newBuilder().put(RequestBody.create(jpeg, JPEG)).build();
    try (Response response = http.newCall(put).execute()) {
      return response.isSuccessful();
    }
  }

  /** The cover, some day. */
  public CompletableFuture<byte[]> prefetch(String isbn) {
    CompletableFuture<byte[]> cover = new CompletableFuture<>();
    http.newCall(request(isbn))
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                cover.completeExceptionally(e);
              }

              @Override
              public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                  cover.complete(response.body().bytes());
                }
              }
            });
    return cover;
  }
}
