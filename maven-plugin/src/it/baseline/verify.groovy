import groovy.json.JsonSlurper

def baseline = new JsonSlurper().parse(new File(basedir, 'concur-baseline.json'))
assert baseline.findings*.rule == ['blocking-on-common-pool']
assert new File(basedir, 'target/concur/report.json').exists()

def log = new File(basedir, 'build.log').text
assert log.contains('1 warning, 0 notes are known from now on; commit concur-baseline.json')
assert log.contains('1 warning, 0 notes; none is new')
return true
