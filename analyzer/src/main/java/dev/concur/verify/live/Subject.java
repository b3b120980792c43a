package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import dev.concur.weave.Serving;
import dev.concur.weave.Stub;
import dev.concur.weave.Weaver;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The user's method in one class loader, with a receiver and arguments of its own. */
final class Subject {

  /** Characters of a problem that are worth telling. */
  private static final int MOST_WORDS = 400;

  private static final int FIRST = 0;

  private static final int SETS_TIMED = 64;

  private final MethodHandle handle;
  private final Given given;
  private final boolean fresh;
  private final ConcurrentMap<Integer, Rewind> arguments = new ConcurrentHashMap<>();

  /** What the last call gave: kept, so that no part of the call can be left out. */
  @Nullable Object last;

  private volatile @Nullable Throwable lastProblem;

  private Subject(MethodHandle handle, Given given, boolean fresh) {
    this.handle = handle;
    this.given = given;
    this.fresh = fresh;
  }

  /** Loads and prepares it; the class's initialisers run here. */
  static Subject load(LiveSettings settings, Weaver weaver) throws CannotMake {
    return loaded(
        () ->
            settings.isInvented()
                ? invented(settings, new LiveLoader(settings.of().classPath(), weaver))
                : captured(settings, weaver));
  }

  /** The same with made-up values, among classes that are there or loaded for it. */
  static Subject load(LiveSettings settings, LiveLoader loader) throws CannotMake {
    return loaded(() -> invented(settings, loader));
  }

  /** Loads one. */
  private interface Loading {
    Subject load() throws ReflectiveOperationException, IOException, CannotMake;
  }

  private static Subject loaded(Loading loading) throws CannotMake {
    try {
      Subject subject = loading.load();
      subject.argumentsOf(FIRST);
      return subject;
    } catch (ReflectiveOperationException | IOException | LinkageError | RuntimeException failed) {
      throw new CannotMake("its class cannot be used here: " + rootOf(failed), failed);
    }
  }

  private static Subject invented(LiveSettings settings, LiveLoader loader)
      throws ReflectiveOperationException, IOException, CannotMake {
    MethodRef ref = settings.of().subject();
    Maker maker = new Maker(settings, loader);
    boolean driven = !settings.of().driver().isEmpty();
    Executable method =
        driven
            ? Driver.method(settings.of().driver(), loader)
            : find(Class.forName(ref.owner(), true, loader), ref);
    method.setAccessible(true);
    Object receiver = receiver(maker, loader, method, driven, ref);
    List<String> names = ParameterNames.of(loader, ref);
    Optional<Method> sibling = Siblings.in(settings.with().fill(), method.getDeclaringClass());
    Given plain = () -> maker.arguments(method, names, 0);
    Given given =
        sibling.isEmpty()
            ? plain
            : new Siblings.Fed(
                plain,
                List.of(method.getParameterTypes()),
                sibling.get(),
                receiver,
                () -> maker.arguments(sibling.get(), List.of(), 0));
    return new Subject(spread(bound(method, receiver), method), given, settings.of().fresh());
  }

  private static Subject captured(LiveSettings settings, Weaver weaver)
      throws ReflectiveOperationException, CannotMake {
    MethodRef ref = settings.of().subject();
    Captured captured = Captured.of(settings, weaver);
    Executable found = find(Class.forName(ref.owner(), true, captured.loader()), ref);
    found.setAccessible(true);
    return new Subject(
        spread(bound(found, captured.receiver()), found), captured, settings.of().fresh());
  }

  private static MethodHandle spread(MethodHandle handle, Executable method) {
    int count = method.getParameterCount();
    return handle
        .asFixedArity()
        .asType(MethodType.genericMethodType(count))
        .asSpreader(Object[].class, count);
  }

  /** Bound to its receiver, where it has one. */
  private static MethodHandle bound(Executable found, @Nullable Object receiver)
      throws IllegalAccessException {
    MethodHandle handle =
        found instanceof Constructor<?> constructor
            ? MethodHandles.lookup().unreflectConstructor(constructor)
            : MethodHandles.lookup().unreflect((Method) found);
    return receiver == null ? handle : handle.bindTo(receiver);
  }

  private static @Nullable Object receiver(
      Maker maker, LiveLoader loader, Executable executable, boolean driven, MethodRef ref)
      throws ReflectiveOperationException, IOException, CannotMake {
    if (!(executable instanceof Method method)) {
      return null;
    }
    if (driven) {
      return Driver.receiver(method);
    }
    return Modifier.isStatic(method.getModifiers())
        ? null
        : maker.make(Class.forName(ref.owner(), true, loader), "receiver", 0);
  }

  /** Lets woven code have plausible objects in place of what a stubbed call would return. */
  static void stubWith(LiveSettings settings, double stretch) {
    Stub.use(
        call -> {
          try {
            return new Maker(settings, call.loader()).make(typeOf(call), Texts.ANSWER, 1);
          } catch (ClassNotFoundException | CannotMake | LinkageError | RuntimeException none) {
            return null;
          }
        },
        stretch);
  }

  /** What the call returns, or what the future that it returns will have. */
  private static Type typeOf(Stub.Call call) throws ClassNotFoundException {
    MethodType plain = MethodType.fromMethodDescriptorString(call.descriptor(), call.loader());
    Class<?> owner = Class.forName(call.owner(), false, call.loader());
    Type type = plain.returnType();
    for (Method method : owner.getMethods()) {
      if (method.getName().equals(call.name())
          && method.getReturnType() == plain.returnType()
          && Arrays.equals(method.getParameterTypes(), plain.parameterArray())) {
        type = method.getGenericReturnType();
      }
    }
    if (!call.promised()) {
      return type;
    }
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[0]
        : String.class;
  }

  /** One call; false when it ended with an exception. */
  boolean call(int worker) {
    Serving.begin();
    try {
      last = handle.invokeExact(argumentsOf(worker));
      return true;
    } catch (Serving.Ended served) {
      return true;
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable thrown) {
      lastProblem = thrown;
      return false;
    }
  }

  /** What making the arguments of a call takes, ns; 0 where they are made once. */
  double makingNanos() {
    return fresh ? timed() : 0;
  }

  private double timed() {
    long start = System.nanoTime();
    try {
      for (int k = 0; k < SETS_TIMED; k++) {
        given.arguments();
      }
    } catch (CannotMake impossible) {
      // Then the call ends with it too.
    }
    return (double) (System.nanoTime() - start) / SETS_TIMED;
  }

  /** What the last call that failed ended with. */
  Optional<Throwable> thrown() {
    return Optional.ofNullable(lastProblem);
  }

  /** Why the last call that failed did so. */
  Optional<String> problem() {
    return Optional.ofNullable(lastProblem).map(Subject::rootOf);
  }

  private Object[] argumentsOf(int worker) throws CannotMake {
    if (fresh) {
      return given.arguments();
    }
    Rewind known = arguments.get(worker);
    if (known == null) {
      known = another();
      arguments.put(worker, known);
    }
    return known.rewound();
  }

  /** A set that the receiver does not know, as it knows the first one, is left for that one. */
  private Rewind another() throws CannotMake {
    Rewind first = arguments.get(FIRST);
    if (first == null || !given.belongTogether()) {
      return new Rewind(given.arguments());
    }
    try {
      Rewind own = new Rewind(given.arguments());
      return returns(own) || !returns(first) ? own : first;
    } catch (CannotMake onceOnly) {
      return first;
    }
  }

  private boolean returns(Rewind set) {
    Serving.begin();
    try {
      last = handle.invokeExact(set.rewound());
      return true;
    } catch (Serving.Ended served) {
      return true;
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable thrown) {
      return false;
    }
  }

  private static Executable find(Class<?> owner, MethodRef ref) throws CannotMake {
    if (ref.name().equals("<init>")) {
      return constructor(owner, ref);
    }
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        String descriptor =
            MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString();
        if (method.getName().equals(ref.name()) && descriptor.equals(ref.descriptor())) {
          if (Modifier.isAbstract(method.getModifiers())) {
            throw new CannotMake("it is abstract");
          }
          return method;
        }
      }
    }
    throw new CannotMake("it is an initialiser, or not in the class that was found");
  }

  private static Constructor<?> constructor(Class<?> owner, MethodRef ref) throws CannotMake {
    for (Constructor<?> each : owner.getDeclaredConstructors()) {
      if (!Modifier.isAbstract(owner.getModifiers())
          && MethodType.methodType(void.class, each.getParameterTypes())
              .toMethodDescriptorString()
              .equals(ref.descriptor())) {
        return each;
      }
    }
    throw new CannotMake("no object of its class can be made");
  }

  /** What it began with. */
  static Throwable rootCause(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private static String rootOf(Throwable problem) {
    String text = rootCause(problem).toString().replaceAll("\\s+", " ");
    return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
  }
}
