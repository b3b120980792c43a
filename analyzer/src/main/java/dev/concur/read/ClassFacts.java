package dev.concur.read;

import java.util.List;

/**
 * What one class says of itself.
 *
 * @param name binary name
 * @param major class file version (61 is Java 17), 0 when read from source
 * @param access JVM access flags
 * @param superName binary name of the superclass, empty for java.lang.Object
 * @param interfaces binary names of the direct interfaces
 * @param sourceFile path relative to a source root, such as {@code a/b/C.java}, empty when unknown
 * @param outer binary name of the enclosing class, empty for a top-level class
 * @param annotations as written, class and runtime retention
 * @param fields declared fields
 * @param methods declared methods, abstract ones without blocks
 */
public record ClassFacts(
    String name,
    int major,
    int access,
    String superName,
    List<String> interfaces,
    String sourceFile,
    String outer,
    List<Annotation> annotations,
    List<FieldFacts> fields,
    List<MethodFacts> methods) {
  public ClassFacts {
    interfaces = List.copyOf(interfaces);
    annotations = List.copyOf(annotations);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
  }

  /** Whether it is an interface. */
  public boolean isInterface() {
    return (access & 0x0200) != 0;
  }

  /** Whether it cannot be instantiated itself. */
  public boolean isAbstract() {
    return (access & 0x0400) != 0;
  }

  /** Whether it is an enum. */
  public boolean isEnum() {
    return (access & 0x4000) != 0;
  }

  /** Whether it was read from a source that did not compile. */
  public boolean isFromSource() {
    return major == 0;
  }

  /** Whether it is public. */
  public boolean isPublic() {
    return (access & 0x0001) != 0;
  }

  /** The same, marked as read from a source that did not compile. */
  ClassFacts fromSource() {
    return new ClassFacts(
        name,
        0,
        access,
        superName,
        interfaces,
        sourceFile,
        outer,
        annotations,
        fields,
        methods.stream().map(MethodFacts::fromSource).toList());
  }
}
