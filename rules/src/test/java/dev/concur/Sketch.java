package dev.concur;

import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Cost;
import dev.concur.model.Entry;
import dev.concur.model.Executor;
import dev.concur.model.GilLike;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Lock;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.Machine;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.ProgramBuilder;
import dev.concur.model.Provenance;
import dev.concur.model.Region;
import dev.concur.model.Scope;
import dev.concur.model.Spot;
import dev.concur.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Short words for programs made by hand: one ordinary value of each sort, changed where a test
 * cares.
 */
public final class Sketch {

  public static final double US = 1_000;
  public static final double MS = 1_000_000;
  public static final Machine TWO_CORES = new Machine(2, 8L << 30);

  private Sketch() {}

  /** {@code shop.Orders.load:12} as a place. */
  public static Spot at(String place) {
    String[] halves = place.split(":");
    int dot = halves[0].lastIndexOf('.');
    String owner = halves[0].substring(0, dot);
    return new Spot(
        owner,
        halves[0].substring(dot + 1),
        "()V",
        owner.replace('.', '/') + ".java",
        Integer.parseInt(halves[1]),
        "");
  }

  public static Cost computes(double nanos) {
    return new Cost(Interval.of(nanos), Interval.ZERO, Provenance.CATALOGUE);
  }

  public static Cost waits(double nanos) {
    return new Cost(Interval.of(10 * US), Interval.of(nanos), Provenance.CATALOGUE);
  }

  public static Happening.Waits waiting(Kind kind, double nanos) {
    return new Happening.Waits(
        kind,
        Interval.of(nanos),
        false,
        List.of(at("shop.Orders.load:13"), at("shop.Http.get:40")));
  }

  public static Happening.Computes computing(Kind kind, double nanos) {
    return new Happening.Computes(
        kind, Interval.of(nanos), List.of(at("shop.Orders.load:13"), at("shop.Sums.of:7")));
  }

  public static Program on(int runtime, Object... subjects) {
    ProgramBuilder program = new ProgramBuilder(new Target(17, runtime, Target.Mode.APPLICATION));
    for (Object subject : subjects) {
      if (subject instanceof LockSketch lock) {
        program.lock(lock.use());
      } else if (subject instanceof LoopSketch loop) {
        program.loop(loop.loop());
      } else if (subject instanceof HandOffSketch handOff) {
        program.handOff(handOff.handOff());
      } else if (subject instanceof Label label) {
        program.method(label);
      } else {
        throw new IllegalArgumentException(String.valueOf(subject));
      }
    }
    return program.build();
  }

  public static Label label(Spot at, Bound bound, Cost cost, Kind... kinds) {
    return new Label(
        at,
        bound,
        Set.of(kinds),
        bound == Bound.IO,
        false,
        Optional.of(cost),
        Confidence.HIGH,
        List.of(),
        List.of());
  }

  /** A static lock that is one for all, shown to be shared, and held during all of the work. */
  public static LockSketch staticLock() {
    return new LockSketch();
  }

  public static LoopSketch loop() {
    return new LoopSketch();
  }

  public static HandOffSketch handOff(Executor.Kind kind) {
    return new HandOffSketch(kind);
  }

  /** A lock in the making. */
  public static final class LockSketch {
    private String id = "static shop.Orders.LOCK";
    private LockKind kind = LockKind.MONITOR;
    private Scope scope = Scope.GLOBAL;
    private boolean ours = true;
    private GilLike gilLike = GilLike.TOTAL;
    private double share = 1;
    private List<String> sharedBecause = List.of("static");
    private Set<String> guards = Set.of();
    private final Map<String, List<Spot>> order = new TreeMap<>();
    private String condition = "";
    private boolean crowd;
    private final List<Region> regions = new ArrayList<>();

    public LockSketch id(String value) {
      id = value;
      return this;
    }

    public LockSketch kind(LockKind value) {
      kind = value;
      return this;
    }

    public LockSketch scope(Scope value) {
      scope = value;
      return this;
    }

    public LockSketch foreign() {
      ours = false;
      return this;
    }

    public LockSketch gilLike(GilLike value) {
      gilLike = value;
      return this;
    }

    public LockSketch share(double value) {
      share = value;
      return this;
    }

    public LockSketch notShared() {
      sharedBecause = List.of();
      return this;
    }

    public LockSketch guards(String... fields) {
      guards = Set.of(fields);
      return this;
    }

    public LockSketch thenTakes(String otherLock, Spot... chain) {
      order.put(otherLock, List.of(chain));
      return this;
    }

    public LockSketch crowd() {
      crowd = true;
      return this;
    }

    public LockSketch when(String value) {
      condition = value;
      return this;
    }

    public LockSketch region(Spot at, Path path, Cost inside, Happening... happenings) {
      return region(
          new Region(
              at,
              path,
              Region.Side.EXCLUSIVE,
              inside,
              share,
              true,
              20,
              List.of(happenings),
              Set.of(),
              Set.of(),
              Set.of(),
              0,
              0));
    }

    public LockSketch region(Region region) {
      regions.add(region);
      return this;
    }

    public LockSketch hot(Cost inside, Happening... happenings) {
      return region(at("shop.Orders.load:12"), Path.HOT, inside, happenings);
    }

    public LockSketch writes(Cost inside, Set<String> writes, Happening... happenings) {
      return region(
          new Region(
              at("shop.Orders.load:12"),
              Path.HOT,
              Region.Side.EXCLUSIVE,
              inside,
              share,
              true,
              20,
              List.of(happenings),
              writes,
              writes,
              Set.of(),
              0,
              0));
    }

    public LockUse use() {
      Interval held =
          regions.stream()
              .filter(region -> region.path() == Path.HOT)
              .map(region -> region.inside().total())
              .reduce(Interval.ZERO, Interval::max);
      return new LockUse(
          new Lock(id, kind, id, scope, at("shop.Orders.<clinit>:3"), ours),
          regions,
          gilLike,
          Interval.of(share),
          held,
          List.of(new Entry(at("shop.Web.get:1"), Entry.Kind.WEB, true)),
          sharedBecause,
          guards,
          order,
          1,
          condition,
          crowd,
          scope == Scope.GLOBAL);
    }
  }

  /** A loop in the making: a hundred independent rounds over data on the hot path. */
  public static final class LoopSketch {
    private Spot at = Sketch.at("shop.Orders.all:30");
    private double uncertain = 1;
    private double trips = 100;
    private Loop.Trip trip = Loop.Trip.DATA;
    private Cost body = Cost.NONE;
    private List<Happening> happenings = List.of();
    private List<Spot> blockers = List.of();
    private List<Spot> cautions = List.of();
    private List<Spot> own = List.of();
    private boolean parallel;
    private Path path = Path.HOT;

    public LoopSketch at(Spot value) {
      at = value;
      return this;
    }

    public LoopSketch trips(double value, Loop.Trip sort) {
      trips = value;
      trip = sort;
      return this;
    }

    /** As many as a collection has of whose size nothing is known. */
    public LoopSketch guessedTrips(double most) {
      uncertain = 100;
      return trips(most, Loop.Trip.DATA);
    }

    public LoopSketch body(Cost cost, Happening... inside) {
      body = cost;
      happenings = List.of(inside);
      return this;
    }

    public LoopSketch blocked() {
      blockers = List.of(Sketch.at("shop.Orders.all:31").noting("writes shop.Orders.sum"));
      return this;
    }

    public LoopSketch caution(String note) {
      cautions = List.of(Sketch.at("shop.Orders.all:32").noting(note));
      return this;
    }

    /** Each thread needs its own of this. */
    public LoopSketch owning(String name) {
      own = List.of(Sketch.at("shop.Orders.all:33").noting(name));
      return this;
    }

    public LoopSketch parallel() {
      parallel = true;
      return this;
    }

    public LoopSketch path(Path value) {
      path = value;
      return this;
    }

    public Loop loop() {
      return new Loop(
          at,
          new Interval(trips / uncertain, trips, trips * uncertain),
          trip,
          body,
          happenings,
          blockers,
          cautions,
          own,
          parallel,
          path);
    }
  }

  /** A hand-off in the making: one task on the hot path. */
  public static final class HandOffSketch {
    private final Executor.Kind kind;
    private OptionalInt size = OptionalInt.empty();
    private String identity = "field shop.Orders.pool";
    private Spot at = Sketch.at("shop.Orders.send:50");
    private Interval times = Interval.of(1);
    private Label task;
    private List<Happening> happenings = List.of();
    private Path path = Path.HOT;
    private boolean joined;
    private boolean bounded;
    private MethodRef running = new MethodRef("shop.Orders", "ask", "()V");

    private HandOffSketch(Executor.Kind kind) {
      this.kind = kind;
    }

    public HandOffSketch size(int value) {
      size = OptionalInt.of(value);
      return this;
    }

    public HandOffSketch unnamed() {
      identity = "";
      return this;
    }

    public HandOffSketch at(Spot value) {
      at = value;
      return this;
    }

    public HandOffSketch times(double value) {
      return times(Interval.of(value));
    }

    public HandOffSketch times(Interval value) {
      times = value;
      return this;
    }

    public HandOffSketch task(Bound bound, Cost cost, Happening... inside) {
      task = label(Sketch.at("shop.Orders.ask:60"), bound, cost);
      happenings = List.of(inside);
      return this;
    }

    public HandOffSketch path(Path value) {
      path = value;
      return this;
    }

    public HandOffSketch running(String place) {
      running = Sketch.at(place).methodRef();
      return this;
    }

    public HandOffSketch joined() {
      joined = true;
      return this;
    }

    public HandOffSketch bounded() {
      bounded = true;
      return this;
    }

    public HandOff handOff() {
      return new HandOff(
          at,
          new Executor(kind, size, identity, Sketch.at("shop.Orders.<init>:5")),
          List.of(running),
          Optional.ofNullable(task),
          times,
          joined,
          happenings,
          bounded,
          path);
    }
  }
}
