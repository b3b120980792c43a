def log = new File(basedir, 'build.log').text
['desk', 'far'].each { module ->
  def compiled = log =~ /compiler(-plugin)?:[^:]+:compile \(default-compile\) @ ${module} /
  assert compiled.count == 2 : "once in each of two builds, not ${compiled.count} times in ${module}"
}
['desk/', 'far/', ''].each { module ->
  ['report.json', 'report.sarif', 'report.html'].each { name ->
    def parallel = new File(basedir, "${module}target/concur/${name}")
    def sequential = new File(basedir, "${module}target1/concur/${name}")
    assert parallel.bytes == sequential.bytes : "${module}${name}"
  }
}
return true
