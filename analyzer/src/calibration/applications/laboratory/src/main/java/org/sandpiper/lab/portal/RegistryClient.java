package org.sandpiper.lab.portal;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Register of notifiable diseases. */
public class RegistryClient {
  public record Notice(String pathogen, String postcode, int age, String day) {}

  private static final XMLInputFactory IN = new WstxInputFactory();
  private static final XMLOutputFactory OUT = new WstxOutputFactory();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;

  public RegistryClient(URI base) {
    this.base = base;
  }

  public static String xml(List<Notice> notices) {
    StringWriter w = new StringWriter();
    try {
      XMLStreamWriter x = OUT.createXMLStreamWriter(w);
      x.writeStartDocument();
      x.writeStartElement("notices");
      for (Notice n : notices) {
        x.writeStartElement("notice");
        x.writeAttribute("pathogen", n.pathogen());
        x.writeAttribute("day", n.day());
        x.writeStartElement("postcode");
        x.writeCharacters(n.postcode());
        x.writeEndElement();
        x.writeStartElement("age");
        x.writeCharacters(Integer.toString(n.age()));
        x.writeEndElement();
        x.writeEndElement();
      }
      x.writeEndElement();
      x.writeEndDocument();
      x.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return w.toString();
  }

  public static List<Notice> parse(XMLStreamReader x) throws XMLStreamException {
    List<Notice> out = new ArrayList<>();
    String pathogen = null, day = null, postcode = null;
    while (x.hasNext()) {
      if (x.next() != XMLStreamReader.START_ELEMENT) continue;
      switch (x.getLocalName()) {
        case "notice" -> {
          pathogen = x.getAttributeValue(null, "pathogen");
          day = x.getAttributeValue(null, "day");
        }
        case "postcode" -> postcode = x.getElementText();
        case "age" ->
            out.add(new Notice(pathogen, postcode, Integer.parseInt(x.getElementText()), day));
        default -> {}
      }
    }
    return out;
  }

  public static List<Notice> parse(String xml) {
    try {
      return parse(IN.createXMLStreamReader(new StringReader(xml)));
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not a register file", e);
    }
  }

  public int report(List<Notice> notices) throws IOException, InterruptedException {
    HttpRequest r =
        HttpRequest.newBuilder(base.resolve("notices"))
            .header("Content-Type", "application/xml")
            .POST(HttpRequest.BodyPublishers.ofString(xml(notices)))
            .build();
    return http.send(r, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  public CompletableFuture<Integer> reportLater(List<Notice> notices) {
    HttpRequest r =
        HttpRequest.newBuilder(base.resolve("notices"))
            .POST(HttpRequest.BodyPublishers.ofString(xml(notices)))
            .build();
    return http.sendAsync(r, HttpResponse.BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  /** The register answers with all notices of the week; parsed while they arrive. */
  public List<Notice> week(String week) throws IOException, InterruptedException {
    HttpResponse<InputStream> r =
        http.send(
            HttpRequest.newBuilder(base.resolve("notices/" + week)).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = r.body()) {
      return parse(IN.createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
