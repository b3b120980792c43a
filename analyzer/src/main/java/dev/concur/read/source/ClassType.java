package dev.concur.read.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a class declares, from its source or its class file.
 *
 * @param name binary name
 * @param isInterface whether it is one
 * @param variables names of its type variables
 * @param parents superclass first, then interfaces
 * @param fields by name
 * @param methods in order of declaration, constructors as {@code <init>}
 */
record ClassType(
    String name,
    boolean isInterface,
    List<String> variables,
    List<JType> parents,
    Map<String, Field> fields,
    List<Method> methods) {

  /**
   * One field.
   *
   * @param erased its type as in a class file
   * @param type its type as seen from where it is used
   * @param constant its value when compilers write that where it is used
   */
  record Field(
      String owner,
      String name,
      JType erased,
      JType type,
      boolean isStatic,
      Optional<Object> constant) {
    Field(String owner, String name, JType type, boolean isStatic) {
      this(owner, name, type.bound(), type, isStatic, Optional.empty());
    }

    Field with(Optional<Object> value) {
      return new Field(owner, name, erased, type, isStatic, value);
    }

    Field seenAs(JType seen) {
      return new Field(owner, name, erased, seen, isStatic, constant);
    }
  }

  /**
   * One method.
   *
   * @param owner binary name of the class that declares it
   * @param ofInterface whether that is an interface
   * @param descriptor as in a class file
   * @param variables names of its own type variables
   */
  record Method(
      String owner,
      boolean ofInterface,
      String name,
      String descriptor,
      List<String> variables,
      List<JType> parameters,
      JType returns,
      boolean isStatic,
      boolean isAbstract,
      boolean varargs) {

    Method with(Map<String, JType> bindings) {
      List<JType> replaced = new ArrayList<>();
      parameters.forEach(each -> replaced.add(each.with(bindings)));
      return new Method(
          owner,
          ofInterface,
          name,
          descriptor,
          variables,
          replaced,
          returns.with(bindings),
          isStatic,
          isAbstract,
          varargs);
    }
  }

  static String descriptor(List<JType> parameters, JType returns) {
    StringBuilder text = new StringBuilder("(");
    parameters.forEach(each -> text.append(each.descriptor()));
    return text.append(')').append(returns.descriptor()).toString();
  }
}
