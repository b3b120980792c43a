package dev.concur;

import dev.concur.advise.Advice;
import dev.concur.advise.Advisor;
import dev.concur.catalogue.ApiFile;
import dev.concur.catalogue.Catalogue;
import dev.concur.cost.Costs;
import dev.concur.input.GivenModule;
import dev.concur.input.InputRequest;
import dev.concur.input.Inputs;
import dev.concur.input.ProjectName;
import dev.concur.input.Root;
import dev.concur.input.SourceFolder;
import dev.concur.link.Linked;
import dev.concur.lock.Locks;
import dev.concur.model.Confidence;
import dev.concur.model.LockUse;
import dev.concur.model.Machine;
import dev.concur.model.Spot;
import dev.concur.model.Target;
import dev.concur.read.ClassFacts;
import dev.concur.read.Facts;
import dev.concur.read.ProgramReader;
import dev.concur.report.Baseline;
import dev.concur.report.KnownResult;
import dev.concur.report.Report;
import dev.concur.rule.Finding;
import dev.concur.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run through all the steps, in their order. */
final class Scan {

  /** How often the heap is looked at. */
  private static final long LOOK_MILLIS = 1_000;

  /** What was given up is waited for so long: then there is memory for saying so. */
  private static final long LETTING_GO_MILLIS = 5_000;

  private final Request request;
  private final Supplier<CollectorOverhead.Sample> collections;
  private final List<Report.Problem> problems = new ArrayList<>();

  /** How many classes there are to scan, from when that is known on. */
  private volatile long classes;

  Scan(Request request) {
    this(request, CollectorOverhead.Sample::now);
  }

  /** One that is told what collections have come to. */
  Scan(Request request, Supplier<CollectorOverhead.Sample> collections) {
    this.request = request;
    this.collections = collections;
  }

  /**
   * Parallel streams stay inside the pool they are started from.
   *
   * @throws NotEnoughMemory when memory ran out, or only collections went on
   */
  Analysis run() {
    int threads =
        request.threads() > 0 ? request.threads() : Runtime.getRuntime().availableProcessors();
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return watched(pool);
    } catch (ExecutionException e) {
      if (NotEnoughMemory.isBehind(e)) {
        throw NotEnoughMemory.scanning(given(), classes);
      }
      throw unwrapped(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Waits for the work, unless the heap is so full that it would not end. */
  private Analysis watched(ForkJoinPool pool) throws ExecutionException, InterruptedException {
    Future<Analysis> work = pool.submit((Callable<Analysis>) this::analyze);
    CollectorOverhead overhead = new CollectorOverhead();
    boolean exceeded = false;
    while (!exceeded) {
      try {
        exceeded = overhead.exceededAt(collections.get());
        return work.get(exceeded ? 0 : LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | OutOfMemoryError e) {
        // Not done yet: the heap is looked at again. Memory that runs out here does so there too.
      }
    }
    pool.shutdownNow();
    pool.awaitTermination(LETTING_GO_MILLIS, TimeUnit.MILLISECONDS);
    throw NotEnoughMemory.scanning(given(), classes);
  }

  private String given() {
    List<String> all =
        request.modules().isEmpty()
            ? request.paths()
            : request.modules().stream().map(BuiltModule::name).toList();
    return all.size() == 1 ? all.get(0) : all.size() + " paths";
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    while (cause instanceof RuntimeException && cause.getCause() instanceof UsageError usage) {
      cause = usage;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  private Analysis analyze() {
    List<KnownResult> known = baseline();
    Optional<ChangedLines> changed =
        request.since().map(reference -> ChangedLines.since(reference, place()));
    Optional<Measuring> measuring =
        request
            .verification()
            .map(asked -> new Measuring(asked, request.paths(), request.progress()));
    say("finding classes");
    try (Inputs inputs = Inputs.resolve(inputRequest())) {
      ScannedSources sources = new ScannedSources(inputs, request.paths());
      KeptScans.Taken taken = report(inputs, sources, changed, measuring);
      sources.keep(spots(taken.report().advice()).toList());
      return new Analysis(
          ProjectName.of(request.paths()),
          taken.report(),
          sources,
          request.baseline().isPresent(),
          comparable(known, taken.report()),
          new Ruleset(request.ruleset()).preview(),
          taken.kept());
    }
  }

  /** Of a baseline for more than what was looked at, what is not found here need not be gone. */
  private List<KnownResult> comparable(List<KnownResult> known, Report report) {
    if (!request.partly() && request.since().isEmpty()) {
      return known;
    }
    Set<String> here =
        report.advice().stream().map(each -> each.finding().id()).collect(Collectors.toSet());
    return known.stream().filter(each -> here.contains(each.id())).toList();
  }

  /** What was measured is not kept: another run is another measurement. */
  private KeptScans.Taken report(
      Inputs inputs,
      ScannedSources sources,
      Optional<ChangedLines> changed,
      Optional<Measuring> measuring) {
    if (request.cacheDir().isEmpty() || measuring.isPresent()) {
      return new KeptScans.Taken(scan(inputs, sources, changed, measuring), false);
    }
    return new KeptScans(request.cacheDir().get(), request, changed)
        .report(inputs, () -> scan(inputs, sources, changed, measuring));
  }

  /** A place in the repository of what is scanned. */
  private Path place() {
    return Stream.concat(
            request.modules().stream().map(BuiltModule::folder),
            request.paths().stream().map(Path::of).filter(Files::exists))
        .findFirst()
        .orElse(Path.of(""));
  }

  private Report scan(
      Inputs inputs,
      ScannedSources sources,
      Optional<ChangedLines> changed,
      Optional<Measuring> measuring) {
    say("reading classes");
    classes = inputs.roots().stream().mapToLong(root -> inputs.classFiles(root).size()).sum();
    Facts facts = ProgramReader.read(new InputClasses(inputs));
    Target target = new TargetChoice(request, inputs, facts).target();
    Catalogue catalogue = catalogue(inputs);
    inputs.rest();
    AnalyzedProgram program = program(facts, catalogue, target);

    say("judging");
    Suppressions suppressions = suppressions(inputs, facts);
    List<Finding> all = new ArrayList<>(suppressions.mark(Rules.findings(program)));
    if (!request.partly()) {
      all.addAll(Rules.unneeded(suppressions.unneeded()));
    }
    List<Finding> findings =
        reportable(all, facts, sources).stream()
            .filter(each -> changed.isEmpty() || touches(each, changed.get(), sources))
            .toList();
    Machine machine =
        new Machine(Runtime.getRuntime().availableProcessors(), Checkup.memoryBytes());
    List<Advice> advised = Advisor.advise(program, findings, machine);
    List<Advice> advice = measuring.map(each -> each.settle(advised, inputs)).orElse(advised);

    collectProblems(inputs, facts, catalogue, suppressions);
    return new Report(
        Concur.version(),
        machine,
        Runtime.version().toString(),
        measuring.flatMap(Measuring::jdkVersion),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        target,
        inputs.roots().stream().map(Root::name).toList(),
        facts.roots().size(),
        program.methodsIn(request.filter()::lets),
        program.locks(),
        advice,
        problems.stream().distinct().toList(),
        PredictionErrors.of(advice),
        measuring.flatMap(Measuring::spending));
  }

  private void say(String what) {
    request.progress().at(what, 0, 0);
  }

  private InputRequest inputRequest() {
    int runtime = request.runtime() > 0 ? request.runtime() : Runtime.version().feature();
    return new InputRequest(
        request.paths(),
        request.modules().stream().map(Scan::given).toList(),
        request.classpath(),
        request.includeTests(),
        request.release(),
        runtime);
  }

  private static GivenModule given(BuiltModule module) {
    List<SourceFolder> sources = new ArrayList<>();
    module.sources().forEach(each -> sources.add(source(module, each, false)));
    module.generatedSources().forEach(each -> sources.add(source(module, each, true)));
    return new GivenModule(
        module.name(),
        module.folder(),
        module.classes(),
        sources,
        module.application() ? Target.Mode.APPLICATION : Target.Mode.MIXED);
  }

  private static SourceFolder source(BuiltModule module, Path folder, boolean generated) {
    String below = module.folder().relativize(folder).toString().replace('\\', '/');
    String name = module.name().equals(".") ? below : module.name() + "/" + below;
    return new SourceFolder(folder, name, generated);
  }

  private List<KnownResult> baseline() {
    if (request.baseline().isEmpty()) {
      return List.of();
    }
    try {
      return Baseline.read(request.baseline().get());
    } catch (IOException e) {
      throw new UsageError("--baseline " + request.baseline().get() + ": " + e.getMessage());
    }
  }

  private Catalogue catalogue(Inputs inputs) {
    List<ApiFile> texts =
        (request.libraryCatalogues() ? inputs.catalogues() : inputs.ownCatalogues())
            .stream().map(each -> new ApiFile(each.name(), each.text())).toList();
    return texts.isEmpty() ? Catalogue.bundled() : Catalogue.bundled().with(texts);
  }

  private Suppressions suppressions(Inputs inputs, Facts facts) {
    DeclaredInSource inSource = new DeclaredInSource(inputs);
    problems.addAll(inSource.problems());
    List<Declaration> all = new ArrayList<>(new DeclaredInBytecode(facts.roots()).found());
    all.addAll(inSource.found());
    request.suppressions().forEach(known -> all.add(known.declaration()));
    return new Suppressions(all, request.justified());
  }

  private static boolean touches(Finding finding, ChangedLines changed, ScannedSources sources) {
    return Stream.concat(Stream.of(finding.at()), finding.evidence().stream())
        .anyMatch(spot -> spot.line() > 0 && changed.has(sources.pathOf(spot), spot.line()));
  }

  /** Findings the user can do something about: in classes asked for, in code somebody wrote. */
  private List<Finding> reportable(List<Finding> findings, Facts facts, ScannedSources sources) {
    GeneratedCode generated = new GeneratedCode(facts);
    return findings.stream()
        .filter(finding -> request.filter().lets(finding.at().className()))
        .filter(finding -> !sources.generated(finding.at().file()))
        .filter(finding -> !generated.has(finding))
        .map(finding -> believed(finding, facts))
        .toList();
  }

  /** What was read from a source that does not compile is a guess where names lead elsewhere. */
  private static Finding believed(Finding finding, Facts facts) {
    boolean uncompiled =
        facts.find(finding.at().className()).map(ClassFacts::isFromSource).orElse(false);
    return uncompiled ? finding.believed(Confidence.LOW) : finding;
  }

  private static Stream<Spot> spots(List<Advice> advice) {
    return advice.stream()
        .map(Advice::finding)
        .flatMap(each -> Stream.concat(Stream.of(each.at()), each.evidence().stream()));
  }

  private void collectProblems(
      Inputs inputs, Facts facts, Catalogue catalogue, Suppressions suppressions) {
    List<Report.Problem> all = new ArrayList<>();
    inputs.problems().forEach(each -> all.add(new Report.Problem(each.where(), each.message())));
    facts.problems().forEach(each -> all.add(new Report.Problem(each.where(), each.message())));
    catalogue
        .problems()
        .forEach(
            each ->
                all.add(
                    new Report.Problem(
                        each.file() + ":" + each.line(),
                        "expected " + each.expected() + ": " + each.text())));
    all.addAll(problems);
    all.addAll(suppressions.unjustified());
    if (!request.partly()) {
      all.addAll(suppressions.unused());
    }
    problems.clear();
    problems.addAll(all);
  }

  private AnalyzedProgram program(Facts facts, Catalogue catalogue, Target target) {
    say("joining calls and values");
    Linked linked = Linked.of(facts, catalogue);
    say("summing up costs");
    Costs costs = Costs.of(linked);
    say("finding locks");
    List<LockUse> locks = Locks.of(linked, costs);
    return new AnalyzedProgram(linked, costs, locks, target);
  }
}
