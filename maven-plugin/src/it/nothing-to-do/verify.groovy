def log = new File(basedir, 'build.log').text
assert log.readLines().findAll { it =~ /\[INFO\] concur / } == ['[INFO] concur is skipped (concur.skip)']
assert !new File(basedir, 'target/concur').exists()
