package dev.concur.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * Rule pages that can also be read somewhere.
 *
 * @param texts the pages
 * @param address where they are, with {@code {rule}} for the id of the rule
 */
public record PublishedPages(RuleTexts texts, String address) implements RuleTexts {

  private static final String RULE = "{rule}";

  public PublishedPages {
    if (!address.contains(RULE) || !absolute(address.replace(RULE, "rule"))) {
      throw new IllegalArgumentException(
          "'" + address + "' is no address of rule pages; write https://HOST/PATH/{rule}.md");
    }
  }

  private static boolean absolute(String address) {
    try {
      URI uri = new URI(address);
      return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public Optional<RuleText> of(String id) {
    return texts.of(id).map(text -> text.at(address.replace(RULE, id)));
  }

  @Override
  public List<String> ids() {
    return texts.ids();
  }
}
