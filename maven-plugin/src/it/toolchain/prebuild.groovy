import java.nio.file.Files

// A JDK that writes down how it is called.
def real = new File(System.getProperty('java.home')).canonicalFile
def jdk = new File(basedir, 'jdk')
new File(jdk, 'bin').mkdirs()
real.listFiles().findAll { it.name != 'bin' }.each {
  Files.createSymbolicLink(new File(jdk, it.name).toPath(), it.toPath())
}
new File(real, 'bin').listFiles().findAll { it.name != 'java' }.each {
  Files.createSymbolicLink(new File(jdk, "bin/${it.name}").toPath(), it.toPath())
}
def java = new File(jdk, 'bin/java')
java.text = "#!/bin/sh\necho \"\$*\" >>'${basedir}/calls.txt'\nexec '${real}/bin/java' \"\$@\"\n"
java.executable = true

new File(basedir, 'toolchains.xml').text = """<toolchains>
  <toolchain>
    <type>jdk</type>
    <provides><version>17</version></provides>
    <configuration><jdkHome>${jdk}</jdkHome></configuration>
  </toolchain>
</toolchains>
"""
return true
