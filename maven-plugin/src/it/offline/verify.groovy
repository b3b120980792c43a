['report.json', 'report.sarif', 'report.html'].each {
  assert new File(basedir, "target/concur/${it}").bytes == new File(basedir, "target/second/${it}").bytes : it
}
return true
