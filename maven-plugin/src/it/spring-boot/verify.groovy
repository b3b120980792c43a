import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/concur/report.json'))
assert report.problems == []
assert report.entries.any { it.toString().contains('PriceController') }
def gil = report.findings.find { it.rule == 'gil-io' }
assert gil != null : report.findings*.rule
assert gil.toString().contains('PriceService')
return true
