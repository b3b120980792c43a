import groovy.json.JsonSlurper

def json = { new JsonSlurper().parse(new File(basedir, it)) }
def uris = { it.runs[0].results*.locations.flatten()*.physicalLocation*.artifactLocation*.uri }

// One module alone.
assert json('desk/target/concur/report.json').findings*.rule == ['blocking-on-common-pool']
assert json('desk/target/concur/report.json').target.roots == ['desk']
assert uris(json('desk/target/concur/report.sarif')).every { it.endsWith('desk/src/main/java/it/Desk.java') }

// Resumed at a module: the report for all of them is at the root, not at the module it began with.
assert json('target/concur/report.sarif').runs.size() == 1
assert uris(json('target/concur/report.sarif')).any { it.endsWith('desk/src/main/java/it/Desk.java') }
assert json('far/target/concur/report.sarif').runs.size() == 1
return true
