import groovy.json.JsonSlurper

def baseline = new JsonSlurper().parse(new File(basedir, 'concur-baseline.json'))
assert baseline.findings*.rule == ['blocking-on-common-pool']
assert new File(basedir, 'target/concur/report.json').exists()
