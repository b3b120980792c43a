import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/concur/report.json'))
assert report.findings*.rule == ['blocking-on-common-pool']
assert report.target.release == 8
return true
