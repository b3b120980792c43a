import groovy.json.JsonSlurper

def calls = new File(basedir, 'calls.txt').readLines()
def tries = calls.findAll { it.contains('dev.concur.verify.live.LiveProbe') }
def arms = calls.findAll { it.contains('dev.concur.verify.Worker ') }
assert !tries.isEmpty() : calls
// A pair has two arms; where the time was too short for a pair, trying out is all there is.
assert arms.size() % 2 == 0 || arms.size() > 2 : arms
(tries + arms).each {
  assert it.contains('-Xmx192m') : it
  assert it.contains('-XX:+UseSerialGC') && !it.contains('-XX:+UseParallelGC') : it
}
def report = new JsonSlurper().parse(new File(basedir, 'target/concur/report.json'))
assert report.machine.benchmarkJdk != null || report.toString().contains('17')
return true
