// pipeline.groovy JENKINSFILE COUNT: runs a scripted pipeline here, with the steps that the recipe uses.
import edu.hm.hafner.analysis.FileReaderFactory
import edu.hm.hafner.analysis.registry.ParserRegistry
import java.nio.charset.StandardCharsets
import java.nio.file.Path

abstract class Pipeline extends Script {
  List recorded = []

  def node(Closure steps) { steps() }

  def getScm() { 'scm' }

  def checkout(from) { assert from == scm }

  def sh(String command) {
    def process = new ProcessBuilder('sh', '-e', '-c', command).inheritIO().start()
    assert process.waitFor() == 0 : command
  }

  def sarif(Map options) { tool('sarif', options) }

  def checkStyle(Map options) { tool('checkstyle', options) }

  private tool(String format, Map options) {
    def file = new FileReaderFactory(Path.of(options.pattern), StandardCharsets.UTF_8)
    new ParserRegistry().get(format).createParser().parse(file)
  }

  def recordIssues(Map options) { recorded << options.tool }
}

def settings = new org.codehaus.groovy.control.CompilerConfiguration(scriptBaseClass: Pipeline.name)
def pipeline = new GroovyShell(getClass().classLoader, new Binding(), settings).parse(new File(args[0]))
pipeline.run()
println "recordIssues: ${pipeline.recorded*.size()}"
assert pipeline.recorded*.size() == [args[1] as int]
