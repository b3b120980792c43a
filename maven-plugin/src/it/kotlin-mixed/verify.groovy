import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/concur/report.sarif'))
def places = sarif.runs[0].results.collectEntries {
  [it.ruleId, it.locations[0].physicalLocation.artifactLocation.uri]
}
assert places['gil-io'] == 'src/main/kotlin/it/Desk.kt' : places
assert places['blocking-on-common-pool'] == 'src/main/java/it/Wire.java' : places
return true
