import groovy.json.JsonSlurper

def json = { new JsonSlurper().parse(new File(basedir, it)) }
def log = new File(basedir, 'build.log').text

// A suppression for one module is not unneeded in the others.
assert json('desk/target/concur/report.json').findings.every { it.suppressed }
assert !log.contains('unused-suppression')

// A module that wants to be left alone is not in the report of all, and that is written all the same.
assert !new File(basedir, 'left/target/concur').exists()
def all = json('target/concur/report.json')
assert all.target.roots == ['desk', 'far']
assert json('target/concur/report.sarif').runs[0].automationDetails.id == 'concur/reactor-settings/'

// Whichever module came last, its own settings and its own cache are not those of all.
assert new File(basedir, 'far/target/concur').list() == ['report.md']
assert new File(basedir, 'target/concur-cache').list().length == 1

// Maven itself would say nothing of a slip.
assert log.contains("no goal has a property 'concur.fialOn'; did you mean 'concur.failOn'?")
return true
