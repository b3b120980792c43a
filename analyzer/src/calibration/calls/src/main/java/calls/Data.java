package calls;

import static calls.Inputs.*;
import static calls.Stopwatch.time;

import calls.Stopwatch.Op;
import java.io.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

/** Calls that read and write objects as text or bytes. */
final class Data {

  private Data() {}

  static void all() throws Exception {
    json();
    yaml();
    xml();
    xstream();
    javaSerialization();
  }

  private static void json() throws Exception {

    String j1 = m.writeValueAsString(o1),
        j10 = m.writeValueAsString(o10),
        jl = m.writeValueAsString(l1000);
    System.out.println("json sizes " + j1.length() + " " + j10.length() + " " + jl.length());
    time("Jackson write 1", () -> m.writeValueAsString(o1));
    time("Jackson write 10 lines", () -> m.writeValueAsString(o10));
    time("Jackson write 1000", () -> m.writeValueAsString(l1000));
    time("Jackson read 1", () -> m.readValue(j1, Order.class));
    time("Jackson read 10 lines", () -> m.readValue(j10, Order.class));
    time("Jackson read 1000", () -> m.readValue(jl, Order[].class));
    time("Jackson tree 1", () -> m.readTree(j1));
    time("Jackson tree 10", () -> m.readTree(j10));
    time("Jackson tree 1000", () -> m.readTree(jl));
    time("new ObjectMapper", () -> new com.fasterxml.jackson.databind.ObjectMapper());
    time(
        "new ObjectMapper+jsr310",
        () ->
            new com.fasterxml.jackson.databind.ObjectMapper()
                .registerModule(new com.fasterxml.jackson.datatype.jsr310.JavaTimeModule()));
    time(
        "findAndRegisterModules",
        () -> new com.fasterxml.jackson.databind.ObjectMapper().findAndRegisterModules());
    time(
        "new mapper + write",
        () -> new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(o10));
    var g = new com.google.gson.Gson();
    time("Gson write 10", () -> g.toJson(o10));
    time("Gson read 10", () -> g.fromJson(j10, Order.class));
    time("new Gson", () -> new com.google.gson.Gson());
  }

  private static void yaml() throws Exception {
    String y =
        "id: 4711\nname: abc\nlines:\n"
            + "  - {sku: AB-123, quantity: 3, price: 12.5}\n".repeat(10);
    time("Yaml.load " + y.length(), () -> new org.yaml.snakeyaml.Yaml().load(y));
    time("Yaml.dump", () -> new org.yaml.snakeyaml.Yaml().dump(m.convertValue(o10, Map.class)));
  }

  private static void xml() throws Exception {
    String x =
        "<order id='4711'>"
            + "<line sku='AB-123'><quantity>3</quantity><price>12.5</price></line>".repeat(90)
            + "</order>";
    System.out.println("xml " + x.length());
    time("dom4j parseText 6k", () -> org.dom4j.DocumentHelper.parseText(x));
    time("jdom build 6k", () -> new org.jdom2.input.SAXBuilder().build(new StringReader(x)));
    var dbf = javax.xml.parsers.DocumentBuilderFactory.newInstance();
    time(
        "DocumentBuilderFactory.newInstance",
        () -> javax.xml.parsers.DocumentBuilderFactory.newInstance());
    time("newDocumentBuilder", () -> dbf.newDocumentBuilder());
    time(
        "DOM parse 6k",
        () -> dbf.newDocumentBuilder().parse(new org.xml.sax.InputSource(new StringReader(x))));
    time(
        "SAX parse 6k",
        () -> {
          javax.xml.parsers.SAXParserFactory.newInstance()
              .newSAXParser()
              .parse(
                  new org.xml.sax.InputSource(new StringReader(x)),
                  new org.xml.sax.helpers.DefaultHandler());
          return 1;
        });
    time(
        "StAX 6k",
        () -> {
          var r =
              javax.xml.stream.XMLInputFactory.newInstance()
                  .createXMLStreamReader(new StringReader(x));
          int c = 0;
          while (r.hasNext()) {
            r.next();
            c++;
          }
          return c;
        });
    var dd = dbf.newDocumentBuilder().parse(new org.xml.sax.InputSource(new StringReader(x)));
    time(
        "XPath.evaluate",
        () ->
            javax.xml.xpath.XPathFactory.newInstance()
                .newXPath()
                .evaluate("/order/line[3]/price", dd));
    var xe = javax.xml.xpath.XPathFactory.newInstance().newXPath().compile("//line");
    time(
        "XPathExpression.evaluate nodes",
        () -> xe.evaluate(dd, javax.xml.xpath.XPathConstants.NODESET));
    time(
        "Transformer identity 6k",
        () -> {
          var tf = javax.xml.transform.TransformerFactory.newInstance().newTransformer();
          var sw = new StringWriter();
          tf.transform(
              new javax.xml.transform.dom.DOMSource(dd),
              new javax.xml.transform.stream.StreamResult(sw));
          return sw;
        });
    String xsl =
        "<xsl:stylesheet version='1.0'"
            + " xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template"
            + " match='/'><o><xsl:for-each select='order/line'><l><xsl:value-of"
            + " select='price'/></l></xsl:for-each></o></xsl:template></xsl:stylesheet>";
    time(
        "newTransformer(xsl)",
        () ->
            javax.xml.transform.TransformerFactory.newInstance()
                .newTransformer(
                    new javax.xml.transform.stream.StreamSource(new StringReader(xsl))));
    var tpl =
        javax.xml.transform.TransformerFactory.newInstance()
            .newTemplates(new javax.xml.transform.stream.StreamSource(new StringReader(xsl)));
    time(
        "XSLT transform 6k",
        () -> {
          var sw = new StringWriter();
          tpl.newTransformer()
              .transform(
                  new javax.xml.transform.stream.StreamSource(new StringReader(x)),
                  new javax.xml.transform.stream.StreamResult(sw));
          return sw;
        });
    time("JAXBContext.newInstance", () -> jakarta.xml.bind.JAXBContext.newInstance(X.class));
    var jc = jakarta.xml.bind.JAXBContext.newInstance(X.class);
    var sw0 = new StringWriter();
    jc.createMarshaller().marshal(new X(), sw0);
    String xs = sw0.toString();
    time(
        "JAXB marshal",
        () -> {
          var sw = new StringWriter();
          jc.createMarshaller().marshal(new X(), sw);
          return sw;
        });
    time(
        "JAXB unmarshal " + xs.length(),
        () -> jc.createUnmarshaller().unmarshal(new StringReader(xs)));
  }

  private static void xstream() throws Exception {
    var xst = new com.thoughtworks.xstream.XStream();
    xst.addPermission(com.thoughtworks.xstream.security.AnyTypePermission.ANY);
    String xo;
    try {
      xo = xst.toXML(new ArrayList<>(List.of("a", "b")));
      time("XStream toXML order", () -> xst.toXML(o10));
      String xo2 = xst.toXML(o10);
      time("XStream fromXML", () -> xst.fromXML(xo2));
      time("new XStream", () -> new com.thoughtworks.xstream.XStream());
    } catch (Throwable e) {
      System.out.println("xstream " + e);
    }
  }

  private static void javaSerialization() throws Exception {
    Op ser1 =
        () -> {
          var b = new ByteArrayOutputStream();
          var oo = new ObjectOutputStream(b);
          oo.writeObject(o1);
          oo.close();
          return b.toByteArray();
        };
    time("ObjectOutputStream 1", ser1);
    time(
        "ObjectOutputStream 10 lines",
        () -> {
          var b = new ByteArrayOutputStream();
          var oo = new ObjectOutputStream(b);
          oo.writeObject(o10);
          oo.close();
          return b.toByteArray();
        });
    time(
        "ObjectOutputStream 1000",
        () -> {
          var b = new ByteArrayOutputStream();
          var oo = new ObjectOutputStream(b);
          oo.writeObject(new ArrayList<>(l1000));
          oo.close();
          return b.toByteArray();
        });
    byte[] s1 = (byte[]) ser1.run();
    var bb = new ByteArrayOutputStream();
    var oo2 = new ObjectOutputStream(bb);
    oo2.writeObject(o10);
    oo2.close();
    byte[] s10 = bb.toByteArray();
    time(
        "ObjectInputStream 1",
        () -> new ObjectInputStream(new ByteArrayInputStream(s1)).readObject());
    time(
        "ObjectInputStream 10",
        () -> new ObjectInputStream(new ByteArrayInputStream(s10)).readObject());
  }
}
