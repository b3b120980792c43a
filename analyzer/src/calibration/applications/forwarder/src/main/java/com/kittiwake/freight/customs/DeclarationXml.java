package com.kittiwake.freight.customs;

import com.kittiwake.freight.model.Declaration;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

public final class DeclarationXml {
  private DeclarationXml() {}

  public static String render(Declaration declaration) {
    Element root = new Element("declaration").setAttribute("office", declaration.office());
    root.addContent(new Element("declarant").setText(declaration.declarant()));
    for (Declaration.Item item : declaration.items()) {
      root.addContent(
          new Element("item")
              .setAttribute("code", item.tariffCode())
              .setAttribute("origin", item.origin())
              .addContent(new Element("value").setText(item.value().toPlainString()))
              .addContent(new Element("net").setText(Double.toString(item.netKg())))
              .addContent(new Element("text").setText(item.description())));
    }
    return new XMLOutputter(Format.getPrettyFormat()).outputString(new Document(root));
  }

  public static Declaration parse(String xml) throws IOException {
    try {
      Element root = new SAXBuilder().build(new StringReader(xml)).getRootElement();
      List<Declaration.Item> items = new ArrayList<>();
      for (Element e : root.getChildren("item")) {
        items.add(
            new Declaration.Item(
                e.getAttributeValue("code"),
                e.getAttributeValue("origin"),
                new BigDecimal(e.getChildText("value")),
                Double.parseDouble(e.getChildText("net")),
                e.getChildText("text")));
      }
      return new Declaration(
          null, root.getChildText("declarant"), root.getAttributeValue("office"), items);
    } catch (JDOMException e) {
      throw new IOException(e);
    }
  }

  /** The value declared, without building the tree. */
  public static BigDecimal totalValue(String xml) throws XMLStreamException {
    XMLStreamReader in = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(xml));
    BigDecimal sum = BigDecimal.ZERO;
    while (in.hasNext()) {
      if (in.next() == XMLStreamReader.START_ELEMENT && in.getLocalName().equals("value")) {
        sum = sum.add(new BigDecimal(in.getElementText()));
      }
    }
    return sum;
  }
}
