package dev.concur.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What Maven and Eclipse read about the goals. */
class DescriptorTest {

  static final Set<String> GOALS =
      Set.of(
          "aggregate",
          "analyze",
          "analyze-only",
          "baseline",
          "check",
          "explain",
          "help",
          "report",
          "verify");

  @Test
  void every_goal_is_there_and_can_run_in_parallel_builds() throws Exception {
    NodeList mojos = descriptor().getElementsByTagName("mojo");
    Set<String> goals = new TreeSet<>();
    for (int i = 0; i < mojos.getLength(); i++) {
      Element mojo = (Element) mojos.item(i);
      goals.add(text(mojo, "goal"));
      assertEquals("true", text(mojo, "threadSafe"), () -> text(mojo, "goal"));
    }
    assertEquals(new TreeSet<>(GOALS), goals);
  }

  /** A goal that is bound must not compile again, and one that is typed must compile first. */
  @Test
  void what_is_bound_forks_nothing_and_what_is_typed_brings_classes_up_to_date() throws Exception {
    Map<String, String> forks = new TreeMap<>();
    Map<String, String> phases = new TreeMap<>();
    Map<String, String> aggregators = new TreeMap<>();
    NodeList mojos = descriptor().getElementsByTagName("mojo");
    for (int i = 0; i < mojos.getLength(); i++) {
      Element mojo = (Element) mojos.item(i);
      put(forks, mojo, "executePhase");
      put(phases, mojo, "phase");
      put(aggregators, mojo, "aggregator");
    }
    aggregators.values().removeIf("false"::equals);
    assertEquals(
        Map.of(
            "aggregate", "test-compile",
            "analyze", "test-compile",
            "baseline", "test-compile",
            "report", "test-compile",
            "verify", "test-compile"),
        forks);
    assertEquals(Map.of("analyze-only", "verify", "check", "verify"), phases);
    assertEquals(Set.of("aggregate", "baseline", "explain", "verify"), aggregators.keySet());
  }

  private static void put(Map<String, String> values, Element mojo, String name) {
    String value = text(mojo, name);
    if (!value.isEmpty()) {
      values.put(text(mojo, "goal"), value);
    }
  }

  @Test
  void defaults_are_those_of_peers() throws Exception {
    Map<String, String> defaults = new TreeMap<>();
    NodeList configurations = descriptor().getElementsByTagName("configuration");
    for (int i = 0; i < configurations.getLength(); i++) {
      NodeList values = ((Element) configurations.item(i)).getElementsByTagName("*");
      for (int j = 0; j < values.getLength(); j++) {
        Element value = (Element) values.item(j);
        if (!value.getAttribute("default-value").isEmpty()) {
          defaults.put(value.getTagName(), value.getAttribute("default-value"));
        }
      }
    }
    assertEquals("600000", defaults.get("timeout"));
    assertEquals("true", defaults.get("failOnViolation"));
    assertEquals("false", defaults.get("skip"));
    assertEquals("${maven.compiler.release}", defaults.get("targetJdk"));
    assertEquals("${project.build.directory}/concur", defaults.get("outputDirectory"));
  }

  @Test
  void goals_that_analyse_resolve_what_tests_need() throws Exception {
    NodeList mojos = descriptor().getElementsByTagName("mojo");
    for (int i = 0; i < mojos.getLength(); i++) {
      Element mojo = (Element) mojos.item(i);
      if (!Set.of("help", "explain").contains(text(mojo, "goal"))) {
        assertEquals("test", text(mojo, "requiresDependencyResolution"));
      }
    }
  }

  @Test
  void every_parameter_of_ours_has_a_property_and_a_word_of_explanation() throws Exception {
    Set<String> properties = new TreeSet<>();
    NodeList parameters = descriptor().getElementsByTagName("parameter");
    for (int i = 0; i < parameters.getLength(); i++) {
      Element parameter = (Element) parameters.item(i);
      if (text(parameter, "editable").equals("true")) {
        assertTrue(text(parameter, "description").length() > 10, () -> text(parameter, "name"));
      }
    }
    NodeList configurations = descriptor().getElementsByTagName("configuration");
    for (int i = 0; i < configurations.getLength(); i++) {
      String values = configurations.item(i).getTextContent();
      values
          .lines()
          .map(String::strip)
          .filter(v -> v.startsWith("${concur."))
          .forEach(properties::add);
    }
    for (int i = 0; i < parameters.getLength(); i++) {
      Element parameter = (Element) parameters.item(i);
      String name = text(parameter, "name");
      Element mojo = (Element) parameter.getParentNode().getParentNode();
      if (!text(mojo, "goal").equals("help") && text(parameter, "editable").equals("true")) {
        assertTrue(properties.contains("${concur." + name + "}"), () -> name + " has no property");
      }
    }
    for (String name :
        Set.of(
            "skip",
            "failOn",
            "failOnViolation",
            "maxAllowedViolations",
            "includes",
            "excludes",
            "includeTests",
            "baseline",
            "outputDirectory",
            "formats",
            "targetJdk",
            "runtimeJdk",
            "quiet",
            "timeout",
            "cacheDir",
            "jvmArgs",
            "maxHeap",
            "rulePages",
            "since")) {
      assertTrue(properties.contains("${concur." + name + "}"), () -> name + " in " + properties);
    }
  }

  @Test
  void eclipse_leaves_all_goals_but_help_alone() throws Exception {
    NodeList goals =
        parsed("/META-INF/m2e/lifecycle-mapping-metadata.xml").getElementsByTagName("goal");
    Set<String> named = new TreeSet<>();
    for (int i = 0; i < goals.getLength(); i++) {
      named.add(goals.item(i).getTextContent());
    }
    Set<String> expected = new TreeSet<>(GOALS);
    expected.remove("help");
    assertEquals(expected, named);
  }

  /** What all goals take. */
  static Set<String> parameters() throws Exception {
    Set<String> names = new TreeSet<>();
    NodeList parameters = descriptor().getElementsByTagName("parameter");
    for (int i = 0; i < parameters.getLength(); i++) {
      names.add(text((Element) parameters.item(i), "name"));
    }
    return names;
  }

  private static Element descriptor() throws Exception {
    return parsed("/META-INF/maven/plugin.xml");
  }

  private static Element parsed(String resource) throws Exception {
    try (InputStream in = DescriptorTest.class.getResourceAsStream(resource)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    }
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
