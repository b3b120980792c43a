import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/concur/report.json'))
assert report.problems == []
def lock = report.locks.find { it.id.contains('PriceService') }
assert lock.entries*.class.contains('it.PriceController')
assert lock.sharedBecause == ['singleton: a container makes one it.PriceService']
def gil = report.findings.find { it.rule == 'gil-io' }
assert gil != null : report.findings*.rule
assert gil.toString().contains('PriceService')
return true
