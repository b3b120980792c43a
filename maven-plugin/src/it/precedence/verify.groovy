import groovy.json.JsonSlurper

def names = { new File(basedir, it).list().sort() }
// The POM says json, concur.yml markdown, its parent junit.
assert names('target/pom') == ['report.json']
// The file excludes less than its parent, which would exclude all there is.
def report = new JsonSlurper().parse(new File(basedir, 'target/pom/report.json'))
assert report.findings*.rule == ['blocking-on-common-pool']
assert names('target/said').size() == 1
assert new JsonSlurper().parse(new File(basedir, "target/said/${names('target/said')[0]}"))*.check_name == ['blocking-on-common-pool']
return true
