package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The test classes of a module, those that speak of the methods in question first: their class
 * files name the classes these are in; before all, those that are named for these classes.
 *
 * @param near name at least one of them
 * @param others name none, and may reach them through other classes
 */
record TestClasses(List<String> near, List<String> others) {

  /** As builds choose what is a unit test; what else there is (IT) wants a system around it. */
  private static final Pattern NAME = Pattern.compile("(Test.*|.*Tests?|.*TestCase)");

  static TestClasses in(List<Path> folders, List<MethodRef> methods) throws IOException {
    Set<String> owners =
        methods.stream().map(each -> each.owner().replace('.', '/')).collect(Collectors.toSet());
    TestClasses found = new TestClasses(new ArrayList<>(), new ArrayList<>());
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(TestClasses::isTest).sorted().toList()) {
          found.add(Files.readAllBytes(file), owners);
        }
      }
    }
    found.near.sort(Comparator.comparing(test -> owners.stream().noneMatch(of -> isOf(test, of))));
    return found;
  }

  /** Whether a test is named for a class: {@code BoothTest} for {@code Booth} and what is in it. */
  private static boolean isOf(String test, String owner) {
    String name = owner.substring(owner.lastIndexOf('/') + 1);
    int inner = name.indexOf('$');
    return test.contains(inner < 0 ? name : name.substring(0, inner));
  }

  private static boolean isTest(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".class")
        && NAME.matcher(name.substring(0, name.length() - ".class".length())).matches()
        && !name.contains("$");
  }

  private void add(byte[] bytes, Set<String> owners) {
    ClassReader reader = new ClassReader(bytes);
    if ((reader.getAccess() & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) != 0) {
      return;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean names = owners.stream().anyMatch(text::contains);
    (names ? near : others).add(reader.getClassName().replace('/', '.'));
  }
}
