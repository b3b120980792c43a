import groovy.json.JsonSlurper

// The goal by full coordinates, on a POM that does not know us, says what the command line says.
def report = new JsonSlurper().parse(new File(basedir, 'target/concur/report.json'))
assert report.findings*.rule.contains('blocking-on-common-pool')
assert new File(basedir, 'target/concur/report.sarif').text.contains('"uri": "src/main/java/it/Desk.java"') ||
    new File(basedir, 'target/concur/report.sarif').text.contains('src/main/java/it/Desk.java')
assert !new File(basedir, 'target/concur/report.sarif').text.contains(basedir.path)

def java = new File(System.getProperty('java.home'), 'bin/java').path
def output = new File(basedir, 'target/cli.json')
def cli = [java, '-jar', concurJar, 'scan', '--fail-on', 'never', '--format', 'json', '--output', output.path, '.'].execute(null, basedir)
def errors = new StringBuilder()
cli.consumeProcessErrorStream(errors)
assert cli.waitFor() == 0 : errors
def same = new JsonSlurper().parse(output)
assert same.findings == report.findings
assert same.methods == report.methods
assert same.target == report.target
assert same.problems == report.problems

// What is suggested works here, where there is no prefix, and fits a terminal of 80 columns.
def lines = new File(basedir, 'build.log').readLines()
assert lines.any { it =~ /read +mvn dev\.concur:concur-maven-plugin:[^:]+:explain -Dconcur\.rule=blocking-on-common-pool/ }
assert lines.any { it =~ /look +target\/concur\/report\.html/ }
def said = lines.dropWhile { !it.contains('[INFO] concur ') }.takeWhile { !it.contains('Next') }
assert said.size() > 10
assert said.findAll { it.length() > 80 && !(it =~ /at [\w.$]+\(/) } == []
