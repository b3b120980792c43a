package com.harbor.docs;

import com.harbor.model.Container;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

public class XmlManifest {

  public static String write(List<Container> containers) throws XMLStreamException {
    StringWriter out = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
    xml.writeStartDocument();
    xml.writeStartElement("manifest");
    for (Container container : containers) {
      xml.writeStartElement("container");
      xml.writeAttribute("code", container.code());
      xml.writeAttribute("type", container.type().name());
      xml.writeCharacters(Integer.toString(container.grossKg()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
    return out.toString();
  }

  public static Document parse(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  /** How many of each type, without a tree. */
  public static Map<String, Integer> countTypes(String xml) throws Exception {
    Map<String, Integer> counts = new HashMap<>();
    SAXParserFactory.newInstance()
        .newSAXParser()
        .parse(
            new InputSource(new StringReader(xml)),
            new DefaultHandler() {
              @Override
              public void startElement(
                  String uri, String local, String name, Attributes attributes) {
                if (name.equals("container")) {
                  counts.merge(attributes.getValue("type"), 1, Integer::sum);
                }
              }
            });
    return counts;
  }

  public static int reefers(Document document) throws Exception {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                    "/manifest/container[@type='REEFER40']",
                    document,
                    javax.xml.xpath.XPathConstants.NODESET);
    return nodes.getLength();
  }
}
