import groovy.json.JsonSlurper

def written = new File(basedir, 'target/classes/it/Desk.class').bytes
assert written[7] == 69 : 'class files of Java 25 have major version 69'

def report = new JsonSlurper().parse(new File(basedir, 'target/concur/report.json'))
assert report.target.release == 25
assert report.problems == []
assert report.methods.find { it.method == 'send' || it.name == 'send' }.bound == 'io'
assert report.findings*.rule.contains('gil-io')
return true
