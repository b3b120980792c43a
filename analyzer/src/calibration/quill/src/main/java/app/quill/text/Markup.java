package app.quill.text;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.yaml.snakeyaml.Yaml;

/** Texts with marks in them. */
public class Markup {

  private static final Pattern STRONG = Pattern.compile("\\*\\*(.+?)\\*\\*");
  private static final Pattern EMPHASIS = Pattern.compile("_(.+?)_");
  private static final Pattern LINK = Pattern.compile("\\[(.+?)]\\((.+?)\\)");

  private final Mustache letter;
  private final Templates sheet;

  public Markup(String letter, String sheet) throws TransformerException {
    this.letter = new DefaultMustacheFactory().compile(new StringReader(letter), "letter");
    this.sheet =
        TransformerFactory.newInstance().newTemplates(new StreamSource(new StringReader(sheet)));
  }

  // miss: said light: the engine takes long lists out of the map that it is given, which nothing
  // shows
  public String letter(Map<String, Object> scope) {
    StringWriter out = new StringWriter();
    letter.execute(out, scope);
    return out.toString();
  }

  public String transform(String xml) throws TransformerException {
    StringWriter out = new StringWriter();
    sheet
        .newTransformer()
        .transform(new StreamSource(new StringReader(xml)), new StreamResult(out));
    return out.toString();
  }

  public static String html(String markdown) {
    StringBuilder out = new StringBuilder(markdown.length() * 2);
    markdown
        .lines()
        .forEach(
            line -> {
              if (line.startsWith("# ")) {
                out.append("<h1>").append(inline(line.substring(2))).append("</h1>\n");
              } else if (!line.isBlank()) {
                out.append("<p>").append(inline(line)).append("</p>\n");
              }
            });
    return out.toString();
  }

  static String inline(String line) {
    String strong = STRONG.matcher(line).replaceAll("<b>$1</b>");
    String emphasis = EMPHASIS.matcher(strong).replaceAll("<i>$1</i>");
    return LINK.matcher(emphasis)
        .replaceAll((MatchResult m) -> "<a href=\"" + m.group(2) + "\">" + m.group(1) + "</a>");
  }

  // miss: said light: a call of a library is drawn to what such calls usually cost
  public static Map<String, Object> settings(String yaml) {
    return new Yaml().load(yaml);
  }

  public static String escape(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      default -> String.valueOf(c);
    };
  }
}
