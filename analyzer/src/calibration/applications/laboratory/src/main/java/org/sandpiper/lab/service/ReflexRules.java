package org.sandpiper.lab.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;
import org.sandpiper.lab.domain.Result;

/** Tests that follow from results: "TSH > 4.5 && !FT4" orders FT4. */
public class ReflexRules {
  private final JexlEngine engine = new JexlBuilder().strict(false).silent(true).create();
  private final Map<String, JexlExpression> rules = new LinkedHashMap<>();

  public ReflexRules(Map<String, String> source) {
    source.forEach((test, condition) -> rules.put(test, engine.createExpression(condition)));
  }

  public List<String> follow(List<Result> results) {
    MapContext c = new MapContext();
    for (Result r : results) c.set(r.analyte(), r.value());
    List<String> out = new ArrayList<>();
    rules.forEach(
        (test, rule) -> {
          if (Boolean.TRUE.equals(rule.evaluate(c))) out.add(test);
        });
    return out;
  }

  public boolean understandable(String condition) {
    try {
      return engine.createExpression(condition) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
