package com.pawlane.clinic.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The catalogue of drugs as XML. */
public class FormularyReader {
  public record Drug(String code, String name, double milligramsPerKilo) {}

  private final XMLInputFactory factory = XMLInputFactory.newFactory();

  public List<Drug> read(byte[] xml) throws XMLStreamException {
    return drugs(new ByteArrayInputStream(xml));
  }

  private List<Drug> drugs(InputStream in) throws XMLStreamException {
    List<Drug> drugs = new ArrayList<>();
    XMLStreamReader reader = factory.createXMLStreamReader(in, "UTF-8");
    try {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("drug")) {
          drugs.add(
              new Drug(
                  reader.getAttributeValue(null, "code"),
                  reader.getAttributeValue(null, "name"),
                  Double.parseDouble(reader.getAttributeValue(null, "dose"))));
        }
      }
    } finally {
      reader.close();
    }
    return drugs;
  }
}
