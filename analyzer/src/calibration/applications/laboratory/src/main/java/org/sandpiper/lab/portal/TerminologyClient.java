package org.sandpiper.lab.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** LOINC codes of our analytes. */
public class TerminologyClient implements Terminology {
  private final CloseableHttpClient client = HttpClients.createDefault();
  private final ObjectMapper json = new ObjectMapper();
  private final String base;

  public TerminologyClient(String base) {
    this.base = base;
  }

  @Override
  public String loinc(String analyte) throws IOException {
    HttpGet get =
        new HttpGet(
            base + "terminology/lookup?code=" + URLEncoder.encode(analyte, StandardCharsets.UTF_8));
    String body = client.execute(get, r -> EntityUtils.toString(r.getEntity()));
    JsonNode n = json.readTree(body);
    return n.path("loinc").asText(null);
  }
}
