import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/concur/report.sarif'))
def places = sarif.runs[0].results.collectEntries {
  [it.ruleId, it.locations[0].physicalLocation.artifactLocation.uri]
}
// Paths are from the root of the repository that this project may be in.
assert places['gil-io'].endsWith('src/main/kotlin/it/Desk.kt') : places
assert places['blocking-on-common-pool'].endsWith('src/main/java/it/Wire.java') : places
return true
