import java.nio.file.Files

// Where distributions, IDEs and version managers put them.
def homes = System.getenv().findAll { it.key.startsWith('JAVA_HOME') }.values().collect { new File(it) }
['/usr/lib/jvm', '/opt', System.getProperty('user.home') + '/.sdkman/candidates/java', System.getProperty('user.home') + '/.jdks'].each {
  homes.addAll(new File(it).listFiles()?.toList() ?: [])
}
def found = homes.find {
  def release = new File(it, 'release')
  new File(it, 'bin/javac').canExecute() && release.isFile() && release.text.contains('JAVA_VERSION="25')
}
if (found == null) {
  println 'no JDK 25 was found'
  return false
}
new File(basedir, 'toolchains.xml').text = """<toolchains>
  <toolchain>
    <type>jdk</type>
    <provides><version>25</version></provides>
    <configuration><jdkHome>${found}</jdkHome></configuration>
  </toolchain>
</toolchains>
"""
return true
