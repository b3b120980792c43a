def log = new File(basedir, 'build.log').text
def failure = log.readLines().find { it.contains('concur: 1 finding at or above warning') }
assert failure != null
assert failure.contains('1 blocking-on-common-pool')
assert failure.contains('target/concur/report.')
assert failure.contains('mvn concur:baseline')
assert failure.contains('@SuppressWarnings("concur:blocking-on-common-pool")')
assert (log =~ /compiler(-plugin)?:[^:]+:compile \(/).count == 1
