package com.kittiwake.freight.customs;

import com.kittiwake.freight.model.Declaration;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

class HttpCustomsGateway implements CustomsGateway {
  private final CloseableHttpClient http;
  private final String base;

  HttpCustomsGateway(CloseableHttpClient http, String base) {
    this.http = http;
    this.base = base;
  }

  @Override
  public String submit(Declaration declaration) throws IOException {
    HttpPost post = new HttpPost(base + "declarations");
    post.setEntity(
        new StringEntity(DeclarationXml.render(declaration), ContentType.APPLICATION_XML));
    try (CloseableHttpResponse answer = http.execute(post)) {
      return root(answer).getChildText("mrn");
    }
  }

  @Override
  public CustomsStatus status(String mrn) throws IOException {
    try (CloseableHttpResponse answer = http.execute(new HttpGet(base + "declarations/" + mrn))) {
      Element root = root(answer);
      return new CustomsStatus(
          mrn,
          root.getChildText("state"),
          Instant.ofEpochSecond(Long.parseLong(root.getChildText("since"))),
          root.getChildren("finding").size());
    }
  }

  private static Element root(CloseableHttpResponse answer) throws IOException {
    if (answer.getStatusLine().getStatusCode() >= 300) {
      throw new IOException("customs answered " + answer.getStatusLine());
    }
    String xml = EntityUtils.toString(answer.getEntity(), StandardCharsets.UTF_8);
    try {
      return new SAXBuilder().build(new StringReader(xml)).getRootElement();
    } catch (JDOMException e) {
      throw new IOException("no XML from customs", e);
    }
  }
}
