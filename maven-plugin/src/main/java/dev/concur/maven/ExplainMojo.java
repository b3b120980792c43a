package dev.concur.maven;

import dev.concur.Concur;
import dev.concur.UsageError;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints the page of a rule: what it means, why, what to do, and when to leave it alone. */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public class ExplainMojo extends AbstractMojo {

  /** Id of the rule, such as {@code gil-static-lock}; without it the rules are listed. */
  @Parameter(property = "concur.rule")
  private @Nullable String rule;

  @Override
  public void execute() throws MojoExecutionException {
    try {
      page().forEach(getLog()::info);
    } catch (UsageError e) {
      throw new MojoExecutionException("concur: " + e.getMessage());
    }
  }

  private List<String> page() {
    return rule == null || rule.isBlank()
        ? Concur.ruleIds().stream().map(ExplainMojo::listed).toList()
        : Concur.rulePage(rule.strip()).lines().toList();
  }

  private static String listed(String id) {
    return id + ": " + Concur.ruleTexts().of(id).orElseThrow().title();
  }
}
