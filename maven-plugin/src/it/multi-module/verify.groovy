import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, it + '/target/concur/report.json')) }
assert report('desk').findings*.rule == ['blocking-on-common-pool']
assert report('far').target.roots == ['far']
assert !new File(basedir, 'empty/target/concur').exists()

def all = new JsonSlurper().parse(new File(basedir, 'target/concur/report.json'))
assert all.target.roots == ['desk', 'far']
assert all.findings*.rule.contains('blocking-on-common-pool')
assert all.methods*.class.containsAll(['it.Desk', 'it.far.Far'])

// aggregate writes that one report and no others.
def together = new JsonSlurper().parse(new File(basedir, 'target/together/report.json'))
assert together.target.roots == all.target.roots
assert together.findings == all.findings
assert !new File(basedir, 'desk/target/together').exists()

// report writes the page of each module with code where its site is.
assert new File(basedir, 'desk/target/site/concur/report.html').text.contains('blocking-on-common-pool')
assert new File(basedir, 'far/target/site/concur/report.html').exists()
assert !new File(basedir, 'empty/target/site/concur').exists()

def log = new File(basedir, 'build.log').text
assert !log.contains('[WARNING] concur')

// The command line finds the same in the same project, its modules and their libraries included.
def java = new File(System.getProperty('java.home'), 'bin/java').path
def output = new File(basedir, 'target/cli.json')
def cli = [java, '-jar', concurJar, 'scan', '--fail-on', 'never', '--format', 'json', '--output', output.path, '.'].execute(null, basedir)
def errors = new StringBuilder()
cli.consumeProcessErrorStream(errors)
assert cli.waitFor() == 0 : errors
def same = new JsonSlurper().parse(output)
assert same.findings == all.findings
assert same.methods == all.methods
assert same.locks == all.locks
