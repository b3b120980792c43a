import groovy.json.JsonSlurper

// Also on a machine that is too busy to measure: what would be measured is written down.
def sources = []
new File(basedir, 'target/concur/verify').eachFileRecurse {
  if (it.name.endsWith('.java')) sources << it.text
}
def asked = sources.findAll { it.contains('it.Booth.check') }
assert !asked.isEmpty() : 'nothing was made to measure it.Booth.check'
asked.each {
  assert it.contains('with receiver and arguments of it.BoothTest#checks_what_it_sold') : it
}
def report = new JsonSlurper().parse(new File(basedir, 'target/concur/report.json'))
assert report.findings.findAll { it.rule == 'gil-io' }.size() == 1
assert !new File(basedir, 'target/trace.txt').exists() : 'a test wrote outside the folder of the worker'
return true
