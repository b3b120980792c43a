package dev.concur.catalogue;

import dev.concur.model.Executor;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the effects of a line: {@code device disk; waits disk 20us}. */
final class EffectWords {
  private final Map<Kind, Interval> usual;

  /** The usual length of a wait, by kind. */
  EffectWords(Map<Kind, Interval> usual) {
    this.usual = usual;
  }

  /** The effects of a method line, and the releases that have the method. */
  Lines.Method method(String text) throws BadLine {
    List<Effect> effects = new ArrayList<>();
    int since = 0;
    int until = 0;
    for (String part : text.split(";", -1)) {
      Words words = new Words(part);
      if (words.accept("since")) {
        since = words.number("a Java release");
      } else if (words.accept("until")) {
        until = words.number("a Java release");
      } else {
        add(words, effects);
      }
      words.end();
    }
    return new Lines.Method(effects, since, until);
  }

  List<Effect> effects(String text) throws BadLine {
    List<Effect> effects = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      Words words = new Words(part);
      add(words, effects);
      words.end();
    }
    return effects;
  }

  private void add(Words words, List<Effect> effects) throws BadLine {
    if (!words.accept("nothing")) {
      effects.add(effect(words));
    }
  }

  private Effect effect(Words words) throws BadLine {
    String word = words.next("an effect such as: waits network");
    return switch (word) {
      case "waits" -> waits(words);
      case "device" -> device(words);
      case "memory" -> new Effect.InMemory();
      case "wraps" -> new Effect.Wraps(words.place(), otherwise(words));
      case "computes" -> computes(words.kind(), words);
      case "costs" -> computes(Kind.OTHER, words);
      case "calls" -> calls(words);
      case "terminal" -> new Effect.Terminal(words.accept("early"));
      case "parallel" -> new Effect.Parallel(true);
      case "sequential" -> new Effect.Parallel(false);
      case "carries" -> new Effect.Carries(words.place());
      case "starts" -> starts(words);
      case "moves" -> moves(words);
      case "makes" -> makes(words);
      case "promises" -> promises(words);
      case "joins" -> new Effect.Joins(words.place(), words.timeoutIfAny());
      case "acquires" -> acquires(words);
      case "releases" -> new Effect.Releases(words.place(), side(words));
      case "side" -> new Effect.SideOf(side(words));
      case "condition" -> new Effect.ConditionOf();
      case "locks" -> locks(words);
      case "bin-lock" -> new Effect.BinLock(words.place());
      case "awaits" -> new Effect.Awaits(words.place(), words.timeoutIfAny());
      case "gil" -> new Effect.GlobalInterpreter(words.rest("what the lock is called"), false);
      case "gil-each" -> new Effect.GlobalInterpreter(words.rest("what the lock is called"), true);
      case "interprets" -> new Effect.Interprets();
      case "logs" -> new Effect.Logs(level(words));
      case "guards" -> new Effect.Guards(level(words));
      case "takes" -> new Effect.Takes(words.next("what is taken, such as connection"));
      case "exits" -> new Effect.Exits();
      case "answers-null" -> new Effect.AnswersNull();
      case "redirects" -> new Effect.Redirects();
      case "platform-only" -> new Effect.PlatformOnly();
      default ->
          throw new BadLine("an effect such as waits, computes, calls, starts, not '" + word + "'");
    };
  }

  private Effect waits(Words words) throws BadLine {
    if (words.accept("as")) {
      Place place = words.place();
      int share = words.accept("share") ? words.number("a number N for 1/N") : 1;
      return new Effect.WaitsAs(place, 1.0 / share, otherwise(words));
    }
    Kind kind = waitingKind(words);
    return new Effect.Waits(kind, length(kind, words), words.timeoutIfAny());
  }

  private Optional<Effect.Device> otherwise(Words words) throws BadLine {
    return words.accept("else") ? Optional.of(device(words)) : Optional.empty();
  }

  private Effect.Device device(Words words) throws BadLine {
    Kind kind = waitingKind(words);
    return new Effect.Device(kind, length(kind, words));
  }

  private Effect promises(Words words) throws BadLine {
    Kind kind = waitingKind(words);
    return new Effect.Promises(kind, length(kind, words));
  }

  private static Kind waitingKind(Words words) throws BadLine {
    Kind kind = words.kind();
    if (!kind.waits()) {
      throw new BadLine("a kind of waiting: network, disk, database, input, process, sleep, lock");
    }
    return kind;
  }

  private Interval length(Kind kind, Words words) throws BadLine {
    Optional<Interval> said = words.nanosIfAny();
    Interval length = said.isPresent() ? said.get() : usual.get(kind);
    if (length == null) {
      throw new BadLine("a time, since no line says 'default " + kind.word() + " TIME'");
    }
    return length;
  }

  private static Effect computes(Kind kind, Words words) throws BadLine {
    if (kind.waits()) {
      throw new BadLine(
          "a kind of computing: maths, sort, text, crypto, compression, image, serialization, other");
    }
    Interval nanos = words.nanos();
    Optional<Place> sizedBy = words.accept("by") ? Optional.of(words.place()) : Optional.empty();
    return new Effect.Computes(kind, nanos, sizedBy);
  }

  private static Effect calls(Words words) throws BadLine {
    Place callback = words.place();
    Effect.Times times =
        words.oneOf(Effect.Times.class, "once, maybe, miss, each, sorting, lazy or error");
    Optional<Place> of = words.accept("of") ? Optional.of(words.place()) : Optional.empty();
    return new Effect.CallsBack(callback, times, of, words.viaIfAny());
  }

  private static Effect starts(Words words) throws BadLine {
    Place task = words.place();
    if (!words.accept("on")) {
      throw new BadLine("on and who runs it");
    }
    Effect.By by = by(words);
    List<String> via = words.viaIfAny();
    Optional<Timeout> delay = words.timeoutIfAny();
    return new Effect.Starts(task, by, via, delay);
  }

  private static Effect.By by(Words words) throws BadLine {
    Optional<Place> given = words.placeIfAny();
    if (given.isPresent()) {
      return new Effect.By.Given(given.get());
    }
    if (words.accept("completer")) {
      return new Effect.By.Completer();
    }
    return new Effect.By.Own(executor(words));
  }

  private static Effect moves(Words words) throws BadLine {
    String way = words.next("upstream or downstream");
    if (!way.equals("upstream") && !way.equals("downstream")) {
      throw new BadLine("upstream or downstream");
    }
    return new Effect.Moves(words.place(), way.equals("upstream"));
  }

  private static Effect makes(Words words) throws BadLine {
    Executor.Kind kind = executor(words);
    Effect.Size size = size(words);
    return new Effect.Makes(kind, size, words.accept("to") ? size(words) : size);
  }

  private static Effect.Size size(Words words) throws BadLine {
    if (words.isEmpty()) {
      return Effect.Size.UNSAID;
    }
    Optional<Place> argument = words.placeIfAny();
    return argument.isPresent()
        ? new Effect.Size(OptionalInt.empty(), argument)
        : new Effect.Size(OptionalInt.of(words.number("a number of threads")), Optional.empty());
  }

  private static Executor.Kind executor(Words words) throws BadLine {
    return words.oneOf(
        Executor.Kind.class,
        "who runs it: this, argN, completer, fixed, cores, cached, single, scheduled, work-stealing, common-pool,"
            + " parallel-stream, virtual, new-thread, event-loop or unknown");
  }

  private static Effect acquires(Words words) throws BadLine {
    Place place = words.place();
    Effect.Side side = side(words);
    boolean attempt = words.accept("try");
    Optional<Timeout> timeout = words.timeoutIfAny();
    Effect.Mode mode =
        timeout.isPresent() ? Effect.Mode.TIMED : attempt ? Effect.Mode.TRY : Effect.Mode.BLOCKING;
    return new Effect.Acquires(place, side, mode, timeout);
  }

  private static Effect.Side side(Words words) throws BadLine {
    return words.oneOf(
        Effect.Side.class, "monitor, lock, read, write, stamped-read, stamped-write or semaphore");
  }

  private static Effect locks(Words words) throws BadLine {
    return switch (words.next("this or result")) {
      case "this" -> new Effect.LocksReceiver();
      case "result" -> new Effect.SynchronizedResult();
      default -> throw new BadLine("this or result");
    };
  }

  private static Effect.Level level(Words words) throws BadLine {
    return words.oneOf(Effect.Level.class, "trace, debug, info, warn or error");
  }
}
