package com.pawlane.clinic.exports;

import com.pawlane.clinic.model.Visit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

public class XmlExporter implements Exporter {
  @Override
  public String format() {
    return "xml";
  }

  @Override
  public void export(List<Visit> visits, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument();
      xml.writeStartElement("visits");
      for (Visit v : visits) {
        xml.writeStartElement("visit");
        xml.writeAttribute("animal", String.valueOf(v.animalId()));
        xml.writeCharacters(v.note());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
