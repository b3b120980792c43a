package dev.concur.verify.live;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Objects that no constructor has made, as a deserialiser makes them: for classes whose
 * constructors ask for a world that is not there. All their fields are made up.
 */
final class Bare {

  /** So many in one receiver with its arguments, those that are not deep left aside. */
  private static final int MOST = 200;

  /** What is deeper is made in the usual ways or stays null. */
  private static final int DEEPEST = 3;

  /** What is less deep is always made, and not counted. */
  private static final int COUNTED = 2;

  private int made;

  /** Whether objects of this class may be made so. */
  static boolean fits(Class<?> type, ClassLoader loader) {
    return type.getClassLoader() == loader
        && !type.isRecord()
        && !type.isEnum()
        && !Modifier.isAbstract(type.getModifiers());
  }

  /** A new one, whose fields have values by their types and names, where these can be made. */
  Object of(Class<?> type, Fields.Values values, int depth)
      throws ReflectiveOperationException, CannotMake {
    if (depth > DEEPEST || (depth >= COUNTED && made++ >= MOST)) {
      throw new CannotMake("no " + type.getName() + ": it needs too many others");
    }
    Object bare = constructor(type).newInstance();
    for (Class<?> each = type;
        each != null && each.getClassLoader() == type.getClassLoader();
        each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          set(field, bare, values, depth);
        }
      }
    }
    return bare;
  }

  /** Of Object, for this class; the JDK offers it to libraries that deserialise. */
  private static Constructor<?> constructor(Class<?> type) throws ReflectiveOperationException {
    Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
    return (Constructor<?>)
        factory
            .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
            .invoke(
                factory.getMethod("getReflectionFactory").invoke(null),
                type,
                Object.class.getDeclaredConstructor());
  }

  private static void set(Field field, Object bare, Fields.Values values, int depth) {
    try {
      field.setAccessible(true);
      field.set(bare, values.of(field.getGenericType(), field.getName(), depth));
    } catch (CannotMake | ReflectiveOperationException absent) {
      // It stays as the JVM made it.
    } catch (RuntimeException | LinkageError closed) {
      // The same.
    }
  }
}
