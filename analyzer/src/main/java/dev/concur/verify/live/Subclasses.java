package dev.concur.verify.live;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/**
 * Subclasses of abstract classes of the user's that nobody at hand extends: what is abstract
 * answers as a stub of an interface does.
 */
final class Subclasses {

  private static final String ANSWERS = "concur$answers";
  private static final Type FUNCTION = Type.getType(BiFunction.class);
  private static final org.objectweb.asm.commons.Method APPLY =
      org.objectweb.asm.commons.Method.getMethod("Object apply(Object, Object)");

  private Subclasses() {}

  /** One for this class, made once for each copy of it; empty where none can be. */
  static Optional<Class<?>> of(Class<?> type, InvocationHandler answers) {
    if (!(type.getClassLoader() instanceof LiveLoader loader) || type.isSealed()) {
      return Optional.empty();
    }
    List<Method> open = List.copyOf(openOf(type).values());
    try {
      Class<?> made = loader.define(type.getName() + "$concur", () -> bytes(type, open));
      made.getField(ANSWERS).set(null, applying(open, answers));
      return Optional.of(made);
    } catch (ReflectiveOperationException | LinkageError refused) {
      return Optional.empty();
    }
  }

  private static BiFunction<Object, Object, Object> applying(
      List<Method> open, InvocationHandler answers) {
    return (number, arguments) -> {
      try {
        return answers.invoke(number, open.get((Integer) number), (Object[]) arguments);
      } catch (Throwable thrown) {
        throw new IllegalStateException(thrown);
      }
    };
  }

  /** Its abstract methods by name and descriptor, those that nothing above implements. */
  private static Map<String, Method> openOf(Class<?> type) {
    Map<String, Method> all = new LinkedHashMap<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Arrays.stream(each.getDeclaredMethods())
          .sorted(Comparator.comparing(Method::toString))
          .forEach(method -> all.putIfAbsent(signature(method), method));
    }
    // The default methods and the abstract ones of interfaces, the former hiding the latter.
    List<Method> visible = new ArrayList<>(List.of(type.getMethods()));
    visible.sort(
        Comparator.comparing((Method each) -> Modifier.isAbstract(each.getModifiers()))
            .thenComparing(Method::toString));
    visible.forEach(method -> all.putIfAbsent(signature(method), method));
    all.values().removeIf(method -> !Modifier.isAbstract(method.getModifiers()));
    return all;
  }

  private static String signature(Method method) {
    return method.getName() + Type.getMethodDescriptor(method);
  }

  private static byte[] bytes(Class<?> type, List<Method> open) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    Type self = Type.getObjectType(Type.getInternalName(type) + "$concur");
    writer.visit(
        Opcodes.V1_8,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
        self.getInternalName(),
        null,
        Type.getInternalName(type),
        null);
    writer.visitField(
        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, ANSWERS, FUNCTION.getDescriptor(), null, null);
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      if (!Modifier.isPrivate(each.getModifiers())) {
        construct(writer, type, each);
      }
    }
    for (int k = 0; k < open.size(); k++) {
      answer(writer, self, open.get(k), k);
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void construct(ClassWriter writer, Class<?> type, Constructor<?> constructor) {
    var method =
        new org.objectweb.asm.commons.Method("<init>", Type.getConstructorDescriptor(constructor));
    GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PUBLIC, method, null, null, writer);
    code.loadThis();
    code.loadArgs();
    code.invokeConstructor(Type.getType(type), method);
    code.returnValue();
    code.endMethod();
  }

  private static void answer(ClassWriter writer, Type self, Method open, int number) {
    GeneratorAdapter code =
        new GeneratorAdapter(
            open.getModifiers() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED),
            org.objectweb.asm.commons.Method.getMethod(open),
            null,
            null,
            writer);
    code.getStatic(self, ANSWERS, FUNCTION);
    code.push(number);
    code.valueOf(Type.INT_TYPE);
    code.loadArgArray();
    code.invokeInterface(FUNCTION, APPLY);
    code.unbox(Type.getReturnType(open));
    code.returnValue();
    code.endMethod();
  }
}
