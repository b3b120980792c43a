import groovy.json.JsonSlurper

// Whatever measures: tries of the code itself, calibration, arms. The compiler measures nothing.
def calls = new File(basedir, 'calls.txt').readLines()
def compiling = calls.findAll { it.contains('dev.concur.verify.CompileWorker') }
def measuring = calls - compiling
assert !compiling.isEmpty() : calls
// What runs in a namespace can write down nothing outside its own folder; then the report says which JDK it was,
// unless the machine was too busy for any arm, or too slow for two pairs.
def log = new File(basedir, 'build.log').text
assert !measuring.isEmpty() || log =~ /Again +\S+toolchain\/jdk\/bin\/java @/ || log.contains('undecided: machine busy') || log.contains('the budget was spent') : calls
measuring.each {
  assert it.contains('-XX:+UseSerialGC') && !it.contains('-XX:+UseParallelGC') : it
}
measuring.findAll { !it.contains('Calibrate.java') }.each { assert it.contains('-Xmx192m') : it }

// A machine that is too busy leaves no arm to look at; what they would be started with is written down.
def written = new File(basedir, 'target/concur/verify')
def options = []
written.eachFileRecurse { if (it.name == 'run.args') options << it.text }
assert !options.isEmpty()
options.each {
  assert it.contains('-Xmx192m') && it.contains('-XX:+UseSerialGC') : it
}
def report = new JsonSlurper().parse(new File(basedir, 'target/concur/report.json'))
assert report.findings*.advice.flatten()*.verification.findAll { it != null }*.verdict != []
return true
