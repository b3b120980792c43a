package dev.concur.catalogue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks up by reflection whether what catalogue lines name is there, without initialising any
 * class.
 */
final class Resolution {
  private final ClassLoader loader;
  private final int release;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> notHere = new ArrayList<>();
  private int resolved;

  /** {@code release}: the Java release whose lines are checked; others are listed as not here. */
  Resolution(ClassLoader loader, int release) {
    this.loader = loader;
    this.release = release;
  }

  /** The lines that name nothing, each with file and number. */
  List<String> wrong() {
    return wrong;
  }

  /** The lines for other releases. */
  List<String> notHere() {
    return notHere;
  }

  int resolved() {
    return resolved;
  }

  Resolution check(Lines lines) {
    lines.problems.forEach(problem -> wrong.add(problem.toString()));
    lines.methods.forEach(line -> check(line, line.value().since(), line.value().until()));
    lines.entries.forEach(line -> check(line, 0, 0));
    lines.dispatchers.forEach(line -> check(line, 0, 0));
    lines.receives.forEach(line -> check(line, 0, 0));
    lines.twins.forEach(this::checkTwin);
    lines.fields.forEach(this::checkField);
    Stream.of(
            lines.entryAnnotations,
            lines.scopes,
            lines.scopedTypes,
            lines.proxies,
            lines.unread,
            lines.proxyAnnotations,
            lines.around,
            lines.claims,
            lines.safeties,
            lines.reusables,
            lines.roles,
            lines.synchronizedTypes,
            lines.promises)
        .flatMap(List::stream)
        .forEach(line -> checkType(line.name(), line.source()));
    return this;
  }

  private void check(SignatureIndex.Line<?> line, int since, int until) {
    if (since > release || (until > 0 && until < release)) {
      notHere.add(line.source() + " " + line.source().text());
    } else {
      note(line.source(), resolves(line.signature()));
    }
  }

  private void checkTwin(SignatureIndex.Line<Twin> line) {
    check(line, 0, 0);
    Twin twin = line.value();
    if (twin.since() <= release) {
      note(
          line.source(),
          resolves(new Signature(Glob.of(twin.owner()), Glob.of(twin.name()), Optional.empty())));
    }
  }

  private void checkField(SignatureIndex.Line<?> line) {
    note(
        line.source(),
        load(line.signature().owner().text())
            .flatMap(type -> declared(type, type::getDeclaredFields))
            .stream()
            .flatMap(Stream::of)
            .anyMatch(field -> line.signature().name().matches(field.getName())));
  }

  private static <T> Optional<T> declared(Class<?> type, java.util.function.Supplier<T> members) {
    try {
      return Optional.of(members.get());
    } catch (LinkageError e) {
      return Optional.empty();
    }
  }

  // An annotation with a value, Scope(prototype), is named by what stands before it.
  private void checkType(Glob name, Source source) {
    note(source, !name.exact() || load(name.text().replaceFirst("\\(.*", "")).isPresent());
  }

  private void note(Source source, boolean found) {
    if (found) {
      resolved++;
    } else {
      wrong.add(source + " " + source.text());
    }
  }

  // What a pattern of types matches cannot be listed without opening every jar, and a type that
  // mentions an optional library cannot be asked for its members without it.
  private boolean resolves(Signature signature) {
    if (!signature.owner().exact()) {
      return true;
    }
    try {
      return load(signature.owner().text()).map(type -> hasMember(type, signature)).orElse(false);
    } catch (LinkageError e) {
      notHere.add(signature.owner().text() + " cannot be linked: " + e.getMessage());
      return true;
    }
  }

  private static boolean hasMember(Class<?> type, Signature signature) {
    for (Class<?> owner : lineage(type)) {
      for (Executable member : members(owner, owner == type)) {
        if (!Modifier.isPrivate(member.getModifiers())
            && signature.matches(nameOf(member), descriptor(member))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Executable> members(Class<?> owner, boolean constructors) {
    List<Executable> members = new ArrayList<>();
    if (constructors) {
      members.addAll(List.of(owner.getDeclaredConstructors()));
    }
    members.addAll(List.of(owner.getDeclaredMethods()));
    return members;
  }

  private static String nameOf(Executable member) {
    return member instanceof Constructor ? "<init>" : member.getName();
  }

  private static String descriptor(Executable member) {
    StringBuilder text = new StringBuilder("(");
    for (Class<?> parameter : member.getParameterTypes()) {
      text.append(parameter.descriptorString());
    }
    return text.append(')')
        .append(member instanceof Method method ? method.getReturnType().descriptorString() : "V")
        .toString();
  }

  private static Set<Class<?>> lineage(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    addLineage(type, all);
    all.add(Object.class);
    return all;
  }

  private static void addLineage(Class<?> type, Set<Class<?>> all) {
    if (type == null || !all.add(type)) {
      return;
    }
    addLineage(type.getSuperclass(), all);
    for (Class<?> parent : type.getInterfaces()) {
      addLineage(parent, all);
    }
  }

  private Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
