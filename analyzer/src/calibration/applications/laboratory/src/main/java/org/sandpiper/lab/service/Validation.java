package org.sandpiper.lab.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sandpiper.lab.domain.Patient;
import org.sandpiper.lab.domain.Result;
import org.sandpiper.lab.domain.Verdict;
import org.sandpiper.lab.messaging.LabEvents;
import org.sandpiper.lab.messaging.WardCalls;
import org.sandpiper.lab.quality.DeltaCheck;
import org.sandpiper.lab.store.AnalyteCatalog;
import org.sandpiper.lab.store.ResultRepository;

/** Releases results that need no human. */
public class Validation {
  private final ResultRepository results;
  private final AnalyteCatalog catalog;
  private final DeltaCheck delta;
  private final ReflexRules reflex;
  private final LabEvents events;
  private final WardCalls calls;

  public Validation(
      ResultRepository results,
      AnalyteCatalog catalog,
      DeltaCheck delta,
      ReflexRules reflex,
      LabEvents events,
      WardCalls calls) {
    this.results = results;
    this.catalog = catalog;
    this.delta = delta;
    this.reflex = reflex;
    this.events = events;
    this.calls = calls;
  }

  public Verdict judge(Result r) {
    return catalog.range(r.analyte()).judge(r.value());
  }

  public boolean plausible(Patient p, Result r) {
    return !delta.implausible(r, results.history(p.mrn(), r.analyte(), 3));
  }

  public int autoVerify(Patient p, String accession) {
    int n = 0;
    List<Result> all = results.ofAccession(accession);
    for (Result r : all) {
      Verdict v = judge(r);
      if (v.mustCall()) calls.add(new WardCalls.Call(0, p.ward(), r.analyte() + " " + r.value()));
      else if (plausible(p, r)) n++;
    }
    if (n == all.size()) results.mark(accession, Result.Status.VERIFIED);
    all.forEach(events::verified);
    return n;
  }

  public List<String> reflexTests(String accession) {
    return reflex.follow(results.ofAccession(accession));
  }

  /** Replays the limits over exported results, to see what other limits would do. */
  public Map<String, Integer> whatIf(List<Result> exported, double widen) {
    Map<String, Integer> flags = new TreeMap<>();
    for (Result r : exported) {
      var range = catalog.range(r.analyte());
      double w = (range.high() - range.low()) * widen;
      var wide =
          new org.sandpiper.lab.domain.Range(
              r.analyte(),
              r.unit(),
              range.low() - w,
              range.high() + w,
              range.panicLow(),
              range.panicHigh());
      flags.merge(r.analyte() + Verdict.flag(wide.judge(r.value())), 1, Integer::sum);
    }
    return flags;
  }

  public List<Result> held(List<Result> l) {
    List<Result> out = new ArrayList<>();
    for (Result r : l) if (judge(r).mustCall()) out.add(r.with(Result.Status.HELD));
    return out;
  }
}
