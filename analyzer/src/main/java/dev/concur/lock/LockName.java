package dev.concur.lock;

import dev.concur.model.MethodRef;
import dev.concur.read.FieldRef;
import java.util.List;

/** What a lock is called, so that two methods mean the same one. */
sealed interface LockName {

  /** A stable name, as a reader would say it. */
  String text();

  /** What a static field holds. */
  record StaticField(FieldRef field) implements LockName {
    @Override
    public String text() {
      return "static " + field.qualified();
    }
  }

  /** A class object. */
  record OfClass(String type) implements LockName {
    @Override
    public String text() {
      return "class " + type;
    }
  }

  /** The class object of whatever subclass an object has: {@code getClass()}. */
  record OfRuntimeClass(String type) implements LockName {
    @Override
    public String text() {
      return "getClass() in " + type;
    }
  }

  /** Objects of a class that lock themselves. */
  record Instance(String type) implements LockName {
    @Override
    public String text() {
      return "this of " + type;
    }
  }

  /** What an instance field holds; one for each object that has the field. */
  record Field(FieldRef field) implements LockName {
    @Override
    public String text() {
      return "field " + field.qualified();
    }
  }

  /** What an instance field holds when that is always the value of a static field. */
  record Alias(FieldRef field, List<FieldRef> statics) implements LockName {
    public Alias {
      statics = List.copyOf(statics);
    }

    @Override
    public String text() {
      return "field " + field.qualified() + ", filled from static " + names();
    }

    private String names() {
      String first = statics.get(0).qualified();
      return statics.size() == 1 ? first : first + " and " + (statics.size() - 1) + " more";
    }
  }

  /** One of many that an array or a collection holds. */
  record Part(LockName of) implements LockName {
    @Override
    public String text() {
      return "element of " + of.text();
    }
  }

  /**
   * A string or a boxed number, which the whole process shares.
   *
   * @param computed whether it is made from a value at run time, so that each value is a lock
   */
  record Constant(String shown, boolean computed) implements LockName {
    @Override
    public String text() {
      return "constant " + shown;
    }
  }

  /** An object that was made in the method that locks it. */
  record Fresh(String where, String type) implements LockName {
    @Override
    public String text() {
      return type + " made in " + where;
    }
  }

  /** What a method of an object answers with, whichever of its bodies runs. */
  record Returned(MethodRef by) implements LockName {
    @Override
    public String text() {
      return "what " + by.owner() + "." + by.name() + "() returns";
    }
  }

  /** A home-made lock: a field that threads wait for and set. */
  record Flag(FieldRef field) implements LockName {
    @Override
    public String text() {
      return "flag " + field.qualified();
    }
  }

  /** Not followed to its end. */
  record Unresolved(String where, String why) implements LockName {
    @Override
    public String text() {
      return "unresolved: " + why + " in " + where;
    }
  }

  /** The bin of a concurrent map while one of its compute functions runs. */
  record Bin(LockName of) implements LockName {
    @Override
    public String text() {
      return "bin of " + of.text();
    }
  }

  /** The lock of a library object that locks itself in every call. */
  record OfItself(LockName of) implements LockName {
    @Override
    public String text() {
      return "collection in " + of.text().replaceFirst("^field ", "");
    }
  }

  /** A tool of the JDK that locks itself in each of its calls. */
  record Tool(LockName of) implements LockName {
    @Override
    public String text() {
      return "lock of the object in " + of.text().replaceFirst("^field ", "");
    }
  }

  /** What all calls of a library object change, though none of them locks it. */
  record Seed(LockName of) implements LockName {
    @Override
    public String text() {
      return "generator in " + of.text().replaceFirst("^field ", "");
    }
  }

  /** The one thread of an executor. */
  record OneThread(String executor) implements LockName {
    @Override
    public String text() {
      return "the one thread of " + executor;
    }
  }

  /** One connection that a field holds and everybody uses. */
  record Connection(FieldRef field) implements LockName {
    @Override
    public String text() {
      return "the one connection in " + field.qualified();
    }
  }

  /** The lock that a container takes around a bean. */
  record OfContainer(String type) implements LockName {
    @Override
    public String text() {
      return "container lock of " + type;
    }
  }

  /** The lock of an interpreter or a native library. */
  record Interpreter(String name) implements LockName {
    @Override
    public String text() {
      return name;
    }
  }
}
