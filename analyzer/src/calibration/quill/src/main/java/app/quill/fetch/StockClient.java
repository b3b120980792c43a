package app.quill.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The warehouse. */
public class StockClient implements StockSource {

  private final CloseableHttpClient http;
  private final URI warehouse;
  private final Map<String, Integer> reserved = new ConcurrentHashMap<>();

  public StockClient(CloseableHttpClient http, URI warehouse) {
    this.http = http;
    this.warehouse = warehouse;
  }

  @Override
  public int inStock(String isbn) throws IOException {
    return http.execute(
        new HttpGet(warehouse.resolve("/stock/" + isbn)),
        response -> {
          String body = EntityUtils.toString(response.getEntity());
          return Integer.parseInt(body.trim());
        });
  }

  public boolean reserve(String isbn, int copies) throws IOException {
    HttpPost post = new HttpPost(warehouse.resolve("/reserve/" + isbn));
    post.setEntity(new StringEntity(Integer.toString(copies), ContentType.TEXT_PLAIN));
    int status =
        http.execute(
            post,
            response -> {
              EntityUtils.consume(response.getEntity());
              return response.getCode();
            });
    if (status == 200) {
      reserved.merge(isbn, copies, Integer::sum);
    }
    return status == 200;
  }

  public int reservedByUs(String isbn) {
    return reserved.getOrDefault(isbn, 0);
  }
}
