import groovy.json.JsonSlurper

def first = new File(basedir, 'target/concur')
assert new JsonSlurper().parse(new File(first, 'report.json')).findings*.rule == ['blocking-on-common-pool']
['report.json', 'report.sarif', 'report.html'].each {
  assert new File(first, it).bytes == new File(basedir, "target/second/${it}").bytes : it
}
assert new File(basedir, 'target/concur-cache').list().length == 1
// The second one says why it was so fast.
assert new File(basedir, 'build.log').text.count('nothing changed since an earlier scan') == 1
return true
