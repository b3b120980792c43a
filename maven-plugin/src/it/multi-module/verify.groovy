import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, it + '/target/concur/report.json')) }
assert report('desk').findings*.rule == ['blocking-on-common-pool']
assert report('far').target.roots == ['far']
assert !new File(basedir, 'empty/target/concur').exists()

def all = new JsonSlurper().parse(new File(basedir, 'target/concur/report.json'))
assert all.target.roots == ['desk', 'far']
assert all.findings*.rule.contains('blocking-on-common-pool')
assert all.methods*.class.containsAll(['it.Desk', 'it.far.Far'])

def log = new File(basedir, 'build.log').text
assert !log.contains('[WARNING] concur')
