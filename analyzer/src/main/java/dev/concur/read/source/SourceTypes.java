package dev.concur.read.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a class declares in its source. */
final class SourceTypes {

  private SourceTypes() {}

  static NodeList<TypeParameter> variables(TypeDeclaration<?> type) {
    return type instanceof NodeWithTypeParameters<?> generic
        ? generic.getTypeParameters()
        : new NodeList<>();
  }

  /** A class before its parents and members are looked at: enough for others to name it. */
  static ClassType named(String name, TypeDeclaration<?> type) {
    return new ClassType(
        name, isInterface(type), names(variables(type)), List.of(), Map.of(), List.of());
  }

  static boolean isInterface(TypeDeclaration<?> type) {
    return type instanceof AnnotationDeclaration
        || (type instanceof ClassOrInterfaceDeclaration plain && plain.isInterface());
  }

  /** A class with its parents, so that names inherited from them can be found. */
  static ClassType parented(String name, TypeDeclaration<?> type, Names names) {
    return new ClassType(
        name,
        isInterface(type),
        names(variables(type)),
        parents(name, type, names),
        Map.of(),
        List.of());
  }

  /** All that a class declares. */
  static ClassType full(String name, TypeDeclaration<?> type, Names names) {
    Map<String, ClassType.Field> fields = new LinkedHashMap<>();
    List<ClassType.Method> methods = new ArrayList<>();
    if (type instanceof EnumDeclaration constants) {
      JType self = JType.of(name);
      constants
          .getEntries()
          .forEach(
              each ->
                  fields.put(
                      each.getNameAsString(),
                      new ClassType.Field(name, each.getNameAsString(), self, true)));
      methods.add(method(name, "values", List.of(), self.array(1), true));
      methods.add(method(name, "valueOf", List.of(JType.STRING), self, true));
    }
    if (type instanceof RecordDeclaration tuple) {
      List<JType> types = parameters(tuple.getParameters(), names);
      for (int i = 0; i < types.size(); i++) {
        String component = tuple.getParameters().get(i).getNameAsString();
        fields.put(component, new ClassType.Field(name, component, types.get(i), false));
        methods.add(method(name, component, List.of(), types.get(i), false));
      }
      methods.add(method(name, "<init>", types, JType.VOID, false));
    }
    members(name, isInterface(type), type.getMembers(), names, fields, methods);
    if (methods.stream().noneMatch(each -> each.name().equals("<init>"))) {
      methods.add(method(name, "<init>", List.of(), JType.VOID, false));
    }
    Lombok.add(name, type, fields, methods);
    return new ClassType(
        name,
        isInterface(type),
        names(variables(type)),
        parents(name, type, names),
        fields,
        methods);
  }

  static void members(
      String owner,
      boolean ofInterface,
      NodeList<BodyDeclaration<?>> members,
      Names names,
      Map<String, ClassType.Field> fields,
      List<ClassType.Method> methods) {
    for (BodyDeclaration<?> each : members) {
      if (each instanceof FieldDeclaration field) {
        for (VariableDeclarator one : field.getVariables()) {
          JType type = names.type(one.getType());
          boolean isStatic = ofInterface || field.isStatic();
          boolean fixed = isStatic && (ofInterface || field.isFinal());
          fields.put(
              one.getNameAsString(),
              new ClassType.Field(owner, one.getNameAsString(), type, isStatic)
                  .with(
                      one.getInitializer()
                          .filter(given -> fixed)
                          .flatMap(given -> Constants.of(given, type))));
        }
      } else if (each instanceof MethodDeclaration method) {
        methods.add(method(owner, ofInterface, method, names));
      } else if (each instanceof ConstructorDeclaration constructor) {
        methods.add(constructor(owner, constructor, names.with(constructor.getTypeParameters())));
      }
    }
  }

  private static ClassType.Method constructor(
      String owner, ConstructorDeclaration constructor, Names names) {
    List<JType> parameters = parameters(constructor.getParameters(), names);
    return new ClassType.Method(
        owner,
        false,
        "<init>",
        ClassType.descriptor(parameters, JType.VOID),
        names(constructor.getTypeParameters()),
        parameters,
        JType.VOID,
        false,
        false,
        varargs(constructor.getParameters()));
  }

  static ClassType.Method method(
      String owner, boolean ofInterface, MethodDeclaration method, Names names) {
    Names own = names.with(method.getTypeParameters());
    List<JType> parameters = parameters(method.getParameters(), own);
    JType returns = own.type(method.getType());
    return new ClassType.Method(
        owner,
        ofInterface,
        method.getNameAsString(),
        ClassType.descriptor(parameters, returns),
        names(method.getTypeParameters()),
        parameters,
        returns,
        method.isStatic(),
        method.getBody().isEmpty() && !method.isNative(),
        varargs(method.getParameters()));
  }

  static ClassType.Method method(
      String owner, String name, List<JType> parameters, JType returns, boolean isStatic) {
    return new ClassType.Method(
        owner,
        false,
        name,
        ClassType.descriptor(parameters, returns),
        List.of(),
        parameters,
        returns,
        isStatic,
        false,
        false);
  }

  static List<JType> parameters(NodeList<Parameter> parameters, Names names) {
    List<JType> types = new ArrayList<>();
    parameters.forEach(
        each -> types.add(names.type(each.getType()).array(each.isVarArgs() ? 1 : 0)));
    return types;
  }

  private static boolean varargs(NodeList<Parameter> parameters) {
    return !parameters.isEmpty() && parameters.get(parameters.size() - 1).isVarArgs();
  }

  private static List<String> names(NodeList<TypeParameter> variables) {
    return variables.stream().map(TypeParameter::getNameAsString).toList();
  }

  private static List<JType> parents(String name, TypeDeclaration<?> type, Names names) {
    List<JType> parents = new ArrayList<>();
    NodeList<ClassOrInterfaceType> interfaces = new NodeList<>();
    if (type instanceof ClassOrInterfaceDeclaration plain) {
      if (!plain.isInterface()) {
        Optional<ClassOrInterfaceType> parent = plain.getExtendedTypes().getFirst();
        parents.add(parent.map(names::type).orElse(JType.OBJECT));
        interfaces = plain.getImplementedTypes();
      } else {
        parents.add(JType.OBJECT);
        interfaces = plain.getExtendedTypes();
      }
    } else if (type instanceof EnumDeclaration constants) {
      parents.add(JType.of("java.lang.Enum", List.of(JType.of(name))));
      interfaces = constants.getImplementedTypes();
    } else if (type instanceof RecordDeclaration tuple) {
      parents.add(JType.of("java.lang.Record"));
      interfaces = tuple.getImplementedTypes();
    } else {
      parents.add(JType.OBJECT);
    }
    interfaces.forEach(each -> parents.add(names.type(each)));
    return parents;
  }
}
