package io.bandstand.imports;

import io.bandstand.domain.Seat;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Plans of halls as their owners keep them. */
public class SeatPlanXml extends PartnerImport<Seat> {

  private final XMLInputFactory factory = XMLInputFactory.newFactory();

  public SeatPlanXml() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  @Override
  protected void parse(Reader source, Consumer<Seat> rows) throws IOException {
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(source);
      String block = "";
      int row = 0;
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "block" -> block = xml.getAttributeValue(null, "name");
            case "row" -> row = Integer.parseInt(xml.getAttributeValue(null, "number"));
            case "seat" ->
                rows.accept(
                    Seat.parse(block + "-" + row + "-" + xml.getAttributeValue(null, "number")));
            default -> {
              // Decoration.
            }
          }
        }
      }
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
