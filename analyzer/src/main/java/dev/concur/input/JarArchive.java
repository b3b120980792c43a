package dev.concur.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A jar on disk, or the part of it below a prefix such as {@code BOOT-INF/classes/}. */
final class JarArchive implements Archive {

  /** No compiler writes a class file of this size; a zip bomb would. */
  static final int LARGEST_CLASS = 64 << 20;

  private final JarFile jar;
  private final String prefix;

  private JarArchive(JarFile jar, String prefix) {
    this.jar = jar;
    this.prefix = prefix;
  }

  /** Opens a jar as a JVM of this release would see it. */
  static JarArchive open(Path file, String prefix, int runtime) throws IOException {
    Runtime.Version version = Runtime.Version.parse(Integer.toString(runtime));
    return new JarArchive(new JarFile(file.toFile(), false, ZipFile.OPEN_READ, version), prefix);
  }

  @Override
  public List<String> names() {
    return entries()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .filter(name -> Archive.isClass(name) && Archive.staysInside(name))
        .sorted()
        .toList();
  }

  @Override
  public List<String> catalogues() {
    return prefix.isEmpty() ? entries().filter(Archive::isCatalogue).sorted().toList() : List.of();
  }

  /** Names that would leave the folder the jar is unpacked to. */
  List<String> escaping() {
    return entries().filter(name -> !Archive.staysInside(name)).sorted().toList();
  }

  /** Names of the jars directly in one of its folders, sorted. */
  List<String> jarsBelow(String folder) {
    return entries()
        .filter(name -> name.startsWith(folder) && name.endsWith(".jar"))
        .sorted()
        .toList();
  }

  boolean hasFolder(String folder) {
    return entries().anyMatch(name -> name.startsWith(folder));
  }

  /** A main attribute of the manifest. */
  Optional<String> attribute(Attributes.Name name) throws IOException {
    Manifest manifest = jar.getManifest();
    return manifest == null
        ? Optional.empty()
        : Optional.ofNullable(manifest.getMainAttributes().getValue(name));
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    JarEntry entry = jar.getJarEntry(prefix + name);
    return entry == null ? Optional.empty() : Optional.of(content(entry));
  }

  private byte[] content(JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return Bounded.read(in, LARGEST_CLASS);
    }
  }

  /** The packed bytes: cheaper than to unpack them. */
  @Override
  public void content(Fingerprint to) throws IOException {
    to.text(prefix);
    to.file(Path.of(jar.getName()));
  }

  private Stream<String> entries() {
    return jar.versionedStream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName);
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
