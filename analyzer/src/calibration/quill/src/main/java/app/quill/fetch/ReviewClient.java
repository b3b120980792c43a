package app.quill.fetch;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.DoubleSummaryStatistics;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;

/** What readers say, from a service of the last decade. */
public class ReviewClient {

  private final CloseableHttpClient http;
  private final String base;
  private final Gson gson = new Gson();

  public ReviewClient(CloseableHttpClient http, String base) {
    this.http = http;
    this.base = base;
  }

  public String latest(String isbn) throws IOException {
    try (CloseableHttpResponse response = http.execute(new HttpGet(base + "/latest/" + isbn))) {
      return EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
    }
  }

  public int stars(String isbn) throws IOException {
    return http.execute(
        new HttpGet(base + "/stars/" + isbn),
        response -> Integer.parseInt(EntityUtils.toString(response.getEntity()).trim()));
  }

  /** Reads all reviews, hundreds of KB, and adds up. */
  public DoubleSummaryStatistics statistics(String isbn) throws IOException {
    String json;
    try (CloseableHttpResponse response = http.execute(new HttpGet(base + "/reviews/" + isbn))) {
      json = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
    }
    DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
    for (JsonElement review : gson.fromJson(json, JsonArray.class)) {
      statistics.accept(review.getAsJsonObject().get("stars").getAsDouble());
    }
    return statistics;
  }
}
