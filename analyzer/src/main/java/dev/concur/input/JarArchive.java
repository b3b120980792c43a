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
import org.jspecify.annotations.Nullable;

/** A jar on disk, or the part of it below a prefix such as {@code BOOT-INF/classes/}. */
final class JarArchive implements Archive {

  /** No compiler writes a class file of this size; a zip bomb would. */
  static final int LARGEST_CLASS = 64 << 20;

  private final Path file;
  private final String prefix;
  private final Runtime.Version version;

  /** Open from when it is first asked on, until it rests. */
  private @Nullable JarFile open;

  private JarArchive(Path file, String prefix, Runtime.Version version) {
    this.file = file;
    this.prefix = prefix;
    this.version = version;
  }

  /** Opens a jar as a JVM of this release would see it. */
  static JarArchive open(Path file, String prefix, int runtime) throws IOException {
    Runtime.Version version = Runtime.Version.parse(Integer.toString(runtime));
    JarArchive archive = new JarArchive(file, prefix, version);
    archive.jar();
    return archive;
  }

  private synchronized JarFile jar() throws IOException {
    JarFile jar = open;
    if (jar == null) {
      jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, version);
      open = jar;
    }
    return jar;
  }

  @Override
  public List<String> names() throws IOException {
    return entries()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .filter(name -> Archive.isClass(name) && Archive.staysInside(name))
        .sorted()
        .toList();
  }

  @Override
  public List<String> catalogues() throws IOException {
    return prefix.isEmpty() ? entries().filter(Archive::isCatalogue).sorted().toList() : List.of();
  }

  /** Names that would leave the folder the jar is unpacked to. */
  List<String> escaping() throws IOException {
    return entries().filter(name -> !Archive.staysInside(name)).sorted().toList();
  }

  /** Names of the jars directly in one of its folders, sorted. */
  List<String> jarsBelow(String folder) throws IOException {
    return entries()
        .filter(name -> name.startsWith(folder) && name.endsWith(".jar"))
        .sorted()
        .toList();
  }

  boolean hasFolder(String folder) throws IOException {
    return entries().anyMatch(name -> name.startsWith(folder));
  }

  /** A main attribute of the manifest. */
  Optional<String> attribute(Attributes.Name name) throws IOException {
    Manifest manifest = jar().getManifest();
    return manifest == null
        ? Optional.empty()
        : Optional.ofNullable(manifest.getMainAttributes().getValue(name));
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    JarFile jar = jar();
    JarEntry entry = jar.getJarEntry(prefix + name);
    return entry == null ? Optional.empty() : Optional.of(content(jar, entry));
  }

  private static byte[] content(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return Bounded.read(in, LARGEST_CLASS);
    }
  }

  /** The packed bytes: cheaper than to unpack them. */
  @Override
  public void content(Fingerprint to) throws IOException {
    to.text(prefix);
    to.file(file);
  }

  private Stream<String> entries() throws IOException {
    return jar().versionedStream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName);
  }

  @Override
  public synchronized void rest() throws IOException {
    JarFile jar = open;
    if (jar != null) {
      jar.close();
      open = null;
    }
  }

  @Override
  public void close() throws IOException {
    rest();
  }
}
