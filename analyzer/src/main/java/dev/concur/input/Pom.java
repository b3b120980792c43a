package dev.concur.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One {@code pom.xml} as it is written, nothing inherited. */
final class Pom {

  private static final int LARGEST = 16 << 20;

  private final Element project;

  private Pom(Element project) {
    this.project = project;
  }

  /** Reads a POM; refuses document types, so that it cannot reach other files. */
  static Pom read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = Bounded.read(in, LARGEST);
      return new Pom(builder().parse(new java.io.ByteArrayInputStream(bytes)).getDocumentElement());
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("it is no well-formed POM: " + e.getMessage(), e);
    }
  }

  private static DocumentBuilder builder() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setXIncludeAware(false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Silent());
    return builder;
  }

  /** The text at a path of elements below the project, such as {@code build/directory}. */
  Optional<String> text(String path) {
    return element(path).map(each -> each.getTextContent().strip()).filter(each -> !each.isEmpty());
  }

  /** The element at a path below the project. */
  Optional<Element> element(String path) {
    Optional<Element> at = Optional.of(project);
    for (String step : path.split("/")) {
      at = at.flatMap(each -> children(each, step).stream().findFirst());
    }
    return at;
  }

  /** The elements of this name in the element at a path. */
  List<Element> elements(String path, String name) {
    return element(path).map(each -> children(each, name)).orElse(List.of());
  }

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  static Optional<String> text(Element parent, String name) {
    return children(parent, name).stream()
        .findFirst()
        .map(each -> each.getTextContent().strip())
        .filter(each -> !each.isEmpty());
  }

  /** Modules as they are listed, profiles left out. */
  List<String> modules() {
    List<String> found = new ArrayList<>();
    elements("modules", "module").forEach(each -> found.add(each.getTextContent().strip()));
    elements("subprojects", "subproject").forEach(each -> found.add(each.getTextContent().strip()));
    return found;
  }

  /** How the module is packaged; jar unless it says something else. */
  String packaging() {
    return text("packaging").orElse("jar");
  }

  /** Whether the build has a plugin of this name. */
  boolean usesPlugin(String artifactId) {
    return elements("build/plugins", "plugin").stream()
        .anyMatch(plugin -> text(plugin, "artifactId").filter(artifactId::equals).isPresent());
  }

  /** Keeps the parser from printing. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {}

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
