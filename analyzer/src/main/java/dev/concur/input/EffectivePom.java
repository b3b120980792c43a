package dev.concur.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A POM with what its parents say. Profiles are left out: what activates them is not known. */
final class EffectivePom {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}]+)}");
  private static final int DEEPEST = 20;

  /** The POM itself first, then its parents. */
  private final List<Pom> chain;

  private final PomFinder finder;
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, Dependency> managed = new LinkedHashMap<>();

  EffectivePom(List<Pom> chain, PomFinder finder) {
    this.chain = List.copyOf(chain);
    this.finder = finder;
    collectProperties();
    collectManaged(new LinkedHashSet<>());
  }

  private void collectProperties() {
    for (int i = chain.size() - 1; i >= 0; i--) {
      chain
          .get(i)
          .element("properties")
          .ifPresent(
              all -> {
                for (Node each = all.getFirstChild(); each != null; each = each.getNextSibling()) {
                  if (each instanceof Element property) {
                    properties.put(property.getTagName(), property.getTextContent().strip());
                  }
                }
              });
    }
    for (String prefix : List.of("project.", "pom.", "")) {
      properties.putIfAbsent(prefix + "groupId", group());
      properties.putIfAbsent(prefix + "artifactId", artifact());
      properties.putIfAbsent(prefix + "version", version());
    }
    chain.get(0).text("parent/version").ifPresent(v -> properties.put("project.parent.version", v));
    chain.get(0).text("parent/groupId").ifPresent(g -> properties.put("project.parent.groupId", g));
  }

  String group() {
    return value(
        chain.get(0).text("groupId").or(() -> chain.get(0).text("parent/groupId")).orElse(""));
  }

  String artifact() {
    return value(chain.get(0).text("artifactId").orElse(""));
  }

  String version() {
    return value(
        chain.get(0).text("version").or(() -> chain.get(0).text("parent/version")).orElse(""));
  }

  /** A text with its placeholders filled in as far as they can be. */
  String value(String text) {
    String now = text;
    for (int depth = 0; depth < DEEPEST && now.contains("${"); depth++) {
      Matcher matcher = PLACEHOLDER.matcher(now);
      String next =
          matcher.replaceAll(
              found ->
                  Matcher.quoteReplacement(properties.getOrDefault(found.group(1), found.group())));
      if (next.equals(now)) {
        break;
      }
      now = next;
    }
    return now;
  }

  /** Coordinates of a parent that is not there, so that what it would say is unknown. */
  Optional<String> missingParent() {
    Pom last = chain.get(chain.size() - 1);
    return last.text("parent/version")
        .map(
            version ->
                value(
                    last.text("parent/groupId").orElse("")
                        + ":"
                        + last.text("parent/artifactId").orElse("")
                        + ":"
                        + version));
  }

  private void collectManaged(Set<String> importing) {
    List<Dependency> imports = new ArrayList<>();
    for (Pom pom : chain) {
      for (Element each : pom.elements("dependencyManagement/dependencies", "dependency")) {
        Dependency one = dependency(each);
        if (one.scope().equals("import")) {
          imports.add(one);
        } else {
          managed.putIfAbsent(one.managementKey(), one);
        }
      }
    }
    for (Dependency each : imports) {
      if (importing.add(each.coordinates())) {
        finder
            .inRepository(each.group(), each.artifact(), each.version())
            .ifPresent(bom -> bom.managed.forEach(managed::putIfAbsent));
      }
    }
  }

  Map<String, Dependency> managed() {
    return managed;
  }

  /** What it asks for, its parents' included, versions filled in. */
  List<Dependency> dependencies() {
    Map<String, Dependency> found = new LinkedHashMap<>();
    for (Pom pom : chain) {
      for (Element each : pom.elements("dependencies", "dependency")) {
        Dependency one = dependency(each);
        Dependency known = managed.get(one.managementKey());
        found.putIfAbsent(one.managementKey(), known == null ? one : one.or(known));
      }
    }
    return List.copyOf(found.values());
  }

  private Dependency dependency(Element element) {
    Set<String> exclusions = new LinkedHashSet<>();
    for (Element all : Pom.children(element, "exclusions")) {
      for (Element each : Pom.children(all, "exclusion")) {
        exclusions.add(said(each, "groupId", "*") + ":" + said(each, "artifactId", "*"));
      }
    }
    return new Dependency(
        said(element, "groupId", ""),
        said(element, "artifactId", ""),
        said(element, "version", ""),
        said(element, "type", "jar"),
        said(element, "classifier", ""),
        said(element, "scope", ""),
        said(element, "optional", "").equals("true"),
        exclusions);
  }

  private String said(Element element, String name, String otherwise) {
    return Pom.text(element, name).map(this::value).orElse(otherwise);
  }
}
