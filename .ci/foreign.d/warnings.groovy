// warnings.groovy FORMAT FILE PROJECT COUNT: what the warnings-ng plugin of Jenkins sees in a report.
import edu.hm.hafner.analysis.FileReaderFactory
import edu.hm.hafner.analysis.registry.ParserRegistry
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

def (format, file, project, count) = args
def report = new ParserRegistry().get(format).createParser()
    .parse(new FileReaderFactory(Path.of(file), StandardCharsets.UTF_8))
def placed = report.findAll { Files.exists(Path.of(project, it.fileName)) && it.lineStart > 0 }
println "${format}: Jenkins reads ${report.size()}, ${placed.size()} with a line of a file that is there"
assert report.errorMessages.isEmpty()
assert report.size() == count as int
assert placed.size() == report.size()
