package dev.concur.catalogue;

import java.util.Comparator;
import java.util.Optional;

/**
 * The methods that a line speaks of.
 *
 * @param owner binary name of the type, or a pattern
 * @param name method name, {@code <init>} for constructors, or a pattern
 * @param parameters the parameter part of the descriptor, such as {@code ([BII)}; any when empty
 */
record Signature(Glob owner, Glob name, Optional<String> parameters) {

  /** More is said first. */
  static final Comparator<Signature> MOST_SPECIFIC_FIRST =
      Comparator.comparing((Signature s) -> s.owner.exact())
          .thenComparing(s -> s.owner.literal())
          .thenComparing(s -> s.name.exact())
          .thenComparing(s -> s.parameters.isPresent())
          .thenComparing(s -> s.name.literal())
          .reversed();

  /** Reads {@code java.io.InputStream.read(byte[],int,int)}. */
  static Signature parse(String text) throws BadLine {
    int open = text.indexOf('(');
    String path = open < 0 ? text : text.substring(0, open);
    int dot = path.lastIndexOf('.');
    if (dot <= 0 || dot == path.length() - 1 || !Names.isPath(path)) {
      throw new BadLine("a method such as java.io.InputStream.read(byte[],int,int)");
    }
    String name = path.substring(dot + 1);
    Optional<String> parameters =
        open < 0 ? Optional.empty() : Optional.of(Descriptors.parameters(text.substring(open)));
    return new Signature(
        Glob.of(path.substring(0, dot)), Glob.of(name.equals("new") ? "<init>" : name), parameters);
  }

  boolean matches(String methodName, String descriptor) {
    return matchesName(methodName)
        && (parameters.isEmpty() || descriptor.startsWith(parameters.get()));
  }

  // A pattern never means constructors: they yield objects, methods do things.
  private boolean matchesName(String methodName) {
    return name.exact()
        ? name.text().equals(methodName)
        : !methodName.startsWith("<") && name.matches(methodName);
  }
}
