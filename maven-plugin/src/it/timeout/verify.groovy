def log = new File(basedir, 'build.log').text
assert log.contains('concur: not done after 1 ms; allow more with -Dconcur.timeout=MILLISECONDS')
assert !new File(basedir, 'target/concur/report.json').exists()

// No process that this build started is left.
def mine = ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').contains(basedir.path) }.toList()
assert mine.isEmpty()
return true
