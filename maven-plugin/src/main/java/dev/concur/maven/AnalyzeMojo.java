package dev.concur.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Brings the classes up to date, analyses each module and writes reports; with many modules also
 * one for all of them. For {@code mvn concur:analyze}; it fails nothing.
 */
@Mojo(name = "analyze", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public class AnalyzeMojo extends AnalyzeOnlyMojo {

  @Override
  String name() {
    return "analyze";
  }
}
