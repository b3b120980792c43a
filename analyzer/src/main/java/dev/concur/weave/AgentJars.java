package dev.concur.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The two small jars a jailed worker starts with. They are made where they are needed, so it makes
 * no difference whether concur itself runs from a jar or from folders.
 *
 * @param agent names the agent; its class is on the worker's class path
 * @param jail the rules, for the boot loader
 */
public record AgentJars(Path agent, Path jail) {

  private static final List<Class<?>> RULES = List.of(Jail.class, Jail.Refused.class);

  /** Writes both into a folder. */
  public static AgentJars in(Path folder) throws IOException {
    AgentJars jars = new AgentJars(folder.resolve("agent.jar"), folder.resolve("jail.jar"));
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", Premain.class.getName());
    main.putValue("Can-Retransform-Classes", "true");
    try (OutputStream file = Files.newOutputStream(jars.agent);
        JarOutputStream empty = new JarOutputStream(file, manifest)) {
      empty.finish();
    }
    try (OutputStream file = Files.newOutputStream(jars.jail);
        JarOutputStream jar = new JarOutputStream(file)) {
      for (Class<?> rule : RULES) {
        String name = rule.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        jar.write(bytesOf(rule, "/" + name));
        jar.closeEntry();
      }
    }
    return jars;
  }

  /** The option of the {@code java} command. */
  public String option() {
    return "-javaagent:" + agent.toAbsolutePath() + "=" + jail.toAbsolutePath();
  }

  private static byte[] bytesOf(Class<?> rule, String resource) throws IOException {
    try (InputStream in = rule.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("concur's own class is missing: " + resource);
      }
      return in.readAllBytes();
    }
  }
}
