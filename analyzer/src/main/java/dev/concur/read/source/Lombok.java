package dev.concur.read.source;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Members that Lombok would have written. Annotation processors are not run on what we scan, so
 * code that relies on this one does not compile here, and its calls would lead nowhere.
 */
final class Lombok {

  private static final Set<String> READ = Set.of("Getter", "Data", "Value");
  private static final Set<String> WRITTEN = Set.of("Setter", "Data");
  private static final Map<String, String> LOGGERS =
      Map.of(
          "Slf4j", "org.slf4j.Logger",
          "Log4j2", "org.apache.logging.log4j.Logger",
          "Log", "java.util.logging.Logger",
          "CommonsLog", "org.apache.commons.logging.Log");

  private Lombok() {}

  static void add(
      String owner,
      TypeDeclaration<?> type,
      Map<String, ClassType.Field> fields,
      List<ClassType.Method> methods) {
    LOGGERS.forEach(
        (annotation, logger) -> {
          if (has(type, Set.of(annotation))) {
            fields.putIfAbsent("log", new ClassType.Field(owner, "log", JType.of(logger), true));
          }
        });
    List<ClassType.Field> own = new ArrayList<>();
    for (FieldDeclaration each : type.getFields()) {
      boolean read = has(each, READ) || (has(type, READ) && !each.isStatic());
      boolean written = has(each, WRITTEN) || (has(type, WRITTEN) && !each.isStatic());
      each.getVariables().forEach(one -> own.addAll(field(fields, one.getNameAsString())));
      for (ClassType.Field field : own) {
        if (read) {
          add(methods, getter(owner, field));
        }
        if (written) {
          add(methods, setter(owner, field));
        }
      }
      own.clear();
    }
  }

  private static List<ClassType.Field> field(Map<String, ClassType.Field> fields, String name) {
    ClassType.Field found = fields.get(name);
    return found == null ? List.of() : List.of(found);
  }

  private static void add(List<ClassType.Method> methods, ClassType.Method made) {
    if (methods.stream().noneMatch(each -> each.name().equals(made.name()))) {
      methods.add(made);
    }
  }

  private static ClassType.Method getter(String owner, ClassType.Field field) {
    String prefix = field.type().is(JType.BOOLEAN) ? "is" : "get";
    return SourceTypes.method(
        owner, prefix + capital(field.name()), List.of(), field.type(), field.isStatic());
  }

  private static ClassType.Method setter(String owner, ClassType.Field field) {
    return SourceTypes.method(
        owner, "set" + capital(field.name()), List.of(field.type()), JType.VOID, field.isStatic());
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static boolean has(NodeWithAnnotations<?> node, Set<String> annotations) {
    return node.getAnnotations().stream()
        .anyMatch(each -> annotations.contains(each.getName().getIdentifier()));
  }
}
