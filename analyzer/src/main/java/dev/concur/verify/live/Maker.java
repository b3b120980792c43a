package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import dev.concur.weave.Jail;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Makes values of any type it can: known ones of the JDK, enums, records, arrays, collections,
 * objects by constructor, factory or builder, and stubs for interfaces. Its values are plausible,
 * not meaningful.
 */
final class Maker {

  private static final int DEEPEST = 5;

  /** So many ways may fail for one call: each of them makes others first, and so do these. */
  private static final int MOST_FAILED = 500;

  private final Texts texts;
  private final int size;
  private final long answering;
  private final JdkValues values;
  private final Ways ways = new Ways(this);
  private final Fields fields;
  private final ClassLoader loader;
  private final Bare bare = new Bare();
  private final Containers containers;
  private final boolean mayBeBare;
  private final Optional<Class<?>> cast;
  private int failed;

  Maker(LiveSettings settings, ClassLoader loader) {
    this.size = settings.with().size();
    this.mayBeBare = settings.with().fill().contains(LiveSettings.BARE);
    this.answering = (long) settings.with().answering();
    this.fields = new Fields(settings.with().fill(), loader);
    this.texts = new Texts(settings.of().folder(), settings.with());
    this.values = new JdkValues(settings, texts, loader);
    this.loader = loader;
    this.cast = Casts.in(settings.with().fill(), loader);
    this.containers = new Containers(size, texts, this::make);
  }

  /** The arguments of a call. */
  Object[] arguments(Executable executable, List<String> names, int depth) throws CannotMake {
    List<String> known = names.isEmpty() ? namesOf(executable) : names;
    Parameter[] parameters = executable.getParameters();
    Type[] types = executable.getGenericParameterTypes();
    Object[] arguments = new Object[parameters.length];
    for (int k = 0; k < arguments.length; k++) {
      // Synthetic parameters are missing from the generic types.
      Type type = types.length == parameters.length ? types[k] : parameters[k].getType();
      String name = k < known.size() ? known.get(k) : parameters[k].getName();
      arguments[k] = make(type, name, depth + 1);
    }
    return arguments;
  }

  /** As the class file has them; none for classes of the JDK. */
  private List<String> namesOf(Executable executable) {
    Class<?> owner = executable.getDeclaringClass();
    if (owner.getClassLoader() != loader) {
      return List.of();
    }
    Class<?> result = executable instanceof Method method ? method.getReturnType() : void.class;
    String name = executable instanceof Method ? executable.getName() : "<init>";
    try {
      return ParameterNames.of(
          loader,
          new MethodRef(
              owner.getName(),
              name,
              MethodType.methodType(result, executable.getParameterTypes())
                  .toMethodDescriptorString()));
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** A value for something of this type and name. */
  Object make(Type type, String name, int depth) throws CannotMake {
    if (depth > DEEPEST) {
      // A leaf needs no others.
      return values
          .plain(raw(type), name)
          .or(() -> values.of(raw(type), name))
          .orElseThrow(
              () -> new CannotMake("no " + type.getTypeName() + ": it needs too many others"));
    }
    if (type instanceof GenericArrayType array) {
      return containers.array(
          raw(array.getGenericComponentType()), array.getGenericComponentType(), name, depth);
    }
    Class<?> raw = raw(type);
    if (cast.filter(wanted -> Casts.concerns(raw, wanted)).isPresent()) {
      return make(cast.get(), name, depth + 1);
    }
    if (raw.isArray()) {
      return containers.array(raw.getComponentType(), raw.getComponentType(), name, depth);
    }
    Optional<Object> known = known(raw, type, name, depth);
    return known.isPresent() ? known.get() : object(raw, type, name, depth);
  }

  private Optional<Object> known(Class<?> raw, Type type, String name, int depth)
      throws CannotMake {
    Optional<Object> plain = values.plain(raw, name).or(() -> values.of(raw, name));
    return plain.isPresent() ? plain : containers.of(raw, type, name, depth);
  }

  /** By whatever way there is; the first that works. */
  private Object object(Class<?> raw, Type type, String name, int depth) throws CannotMake {
    if (raw.isEnum()) {
      Object[] constants = raw.getEnumConstants();
      if (constants.length > 0) {
        return constants[texts.variant(name) % constants.length];
      }
    }
    if (raw.isInterface() || Modifier.isAbstract(raw.getModifiers())) {
      Optional<Object> real =
          texts.variant(name) % 2 == 0 ? implementation(raw, name, depth) : Optional.empty();
      if (real.isPresent() || raw.isInterface()) {
        return real.isPresent() ? real.get() : proxy(raw, name, depth);
      }
    }
    List<String> problems = new ArrayList<>();
    Throwable cause = null;
    for (Ways.Way way : waysOf(raw)) {
      try {
        Object made = way.make(depth);
        if (raw.isInstance(made)) {
          Object filled = fields.filled(made, this::fieldValue, depth);
          return fields.prepared(filled, this::argumentsOf, depth);
        }
      } catch (CannotMake deeper) {
        problems.add(deeper.reason());
        cause = deeper;
      } catch (InvocationTargetException thrown) {
        problems.add(thrown.getTargetException().toString());
        cause = thrown;
        forgetRefusal(thrown);
      } catch (ReflectiveOperationException | RuntimeException | LinkageError failed) {
        problems.add(failed.toString());
      }
    }
    failed += problems.size();
    String why = problems.isEmpty() ? "nothing makes one" : problems.get(problems.size() - 1);
    String reason = "no " + type.getTypeName() + ": " + why;
    throw cause == null ? new CannotMake(reason) : new CannotMake(reason, cause);
  }

  /** What was refused to a constructor that failed of it is no matter of what is made instead. */
  private void forgetRefusal(Throwable thrown) {
    if (mayBeBare && Subject.rootCause(thrown) instanceof Jail.Refused) {
      Jail.forgetRefusals();
    }
  }

  /** Without a constructor only where nothing else worked before, and after all others. */
  private List<Ways.Way> waysOf(Class<?> raw) {
    List<Ways.Way> all = new ArrayList<>();
    if (failed < MOST_FAILED) {
      all.addAll(ways.of(raw));
    }
    if (Modifier.isAbstract(raw.getModifiers()) && !raw.isInterface()) {
      all.add(depth -> extended(raw, depth));
    }
    if (mayBeBare && Bare.fits(raw, loader)) {
      all.add(depth -> bare.of(raw, this::fieldValue, depth));
    }
    return all;
  }

  /** Of a subclass that is made for it, where nobody at hand has one. */
  private Object extended(Class<?> raw, int depth) throws CannotMake {
    InvocationHandler answers =
        Proxies.answers(raw, answers(raw.getSimpleName(), depth), answering);
    Class<?> made =
        Subclasses.of(raw, answers)
            .orElseThrow(() -> new CannotMake("no " + raw.getName() + ": nobody extends it"));
    return make(made, raw.getSimpleName(), depth);
  }

  private Object[] argumentsOf(Executable method, int depth) throws CannotMake {
    return arguments(method, List.of(), depth);
  }

  private Object fieldValue(Type type, String name, int depth) throws CannotMake {
    return make(type, name, depth + 1);
  }

  /** An object of a class of the user's that implements it. */
  private Optional<Object> implementation(Class<?> raw, String name, int depth) {
    List<String> names = new ArrayList<>(Implementors.of(raw, loader));
    // Every second variant stubs; the others begin with another implementation each.
    Collections.rotate(names, -(texts.variant(name) / 2));
    for (String each : names) {
      try {
        Class<?> type = Class.forName(each, true, loader);
        if (raw.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
          return Optional.of(make(type, "implementation", depth + 1));
        }
      } catch (ClassNotFoundException | CannotMake | LinkageError | RuntimeException next) {
        // Another one may do.
      }
    }
    return Optional.empty();
  }

  private Object proxy(Class<?> raw, String name, int depth) throws CannotMake {
    if (raw.isSealed()) {
      for (Class<?> permitted : raw.getPermittedSubclasses()) {
        return make(permitted, permitted.getSimpleName(), depth + 1);
      }
    }
    return Proxies.of(raw, answers(name, depth), answering);
  }

  private Proxies.Values answers(String name, int depth) {
    return (type, method) -> make(type, answered(name, method), depth + 1);
  }

  /** What an answer answers is an answer too. */
  private static String answered(String name, String method) {
    return name.equals(Texts.ANSWER) ? name : method;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    }
    if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof TypeVariable<?> variable) {
      return raw(variable.getBounds()[0]);
    }
    if (type instanceof GenericArrayType array) {
      return raw(array.getGenericComponentType()).arrayType();
    }
    return Object.class;
  }
}
