package org.sandpiper.lab.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sandpiper.lab.analyzer.AnalyzerDriver;
import org.sandpiper.lab.analyzer.Calibration;
import org.sandpiper.lab.analyzer.ChemistryDriver;
import org.sandpiper.lab.analyzer.FourParameterFit;
import org.sandpiper.lab.analyzer.Peaks;
import org.sandpiper.lab.analyzer.ReplayTransport;
import org.sandpiper.lab.analyzer.TraceReader;
import org.sandpiper.lab.archive.InstrumentFiles;
import org.sandpiper.lab.domain.Result;
import org.sandpiper.lab.messaging.ResultBus;
import org.sandpiper.lab.store.ResultRepository;

public class DeviceHub {
  private final Function<String, AnalyzerDriver> drivers;
  private final ResultRepository results;
  private final ResultBus bus;
  private final InstrumentFiles files;
  private volatile Calibration calibration = Calibration.linear(1, 0);

  public DeviceHub(
      Function<String, AnalyzerDriver> drivers,
      ResultRepository results,
      ResultBus bus,
      InstrumentFiles files) {
    this.drivers = drivers;
    this.results = results;
    this.bus = bus;
    this.files = files;
  }

  public int collect(String device, String accession) throws IOException {
    List<Result> l = drivers.apply(device).query(accession);
    results.insert(l);
    l.forEach(bus::publish);
    return l.size();
  }

  public List<Result> peek(String device, String accession) throws IOException {
    return drivers.apply(device).query(accession);
  }

  /** Plays a recorded conversation through the chemistry driver. */
  public static int selfTest(byte[] recorded, int times) throws IOException {
    ChemistryDriver driver = new ChemistryDriver(new ReplayTransport(recorded));
    int n = 0;
    for (int i = 0; i < times; i++) n += driver.query("SELFTEST").size();
    return n;
  }

  public void calibrate(List<FourParameterFit.Standard> standards) {
    calibration = FourParameterFit.fit(standards);
  }

  public List<Double> convert(List<Double> signals) {
    return signals.stream().map(s -> calibration.concentration(s)).toList();
  }

  public List<Peaks.Peak> trace(Path file) throws IOException {
    return Peaks.find(TraceReader.read(file), 20);
  }

  public int waitingTraces() throws IOException {
    int n = 0;
    for (Path p : files.arrived("*.trc")) if (InstrumentFiles.complete(p)) n++;
    return n;
  }

  public List<Peaks.Peak> stored(byte[] packed) throws IOException {
    return Peaks.find(InstrumentFiles.unpack(packed), 20);
  }

  public void announce(List<Result> l) {
    for (Result r : l) bus.publish(r);
  }

  public String referenceMean(String analyte) throws InterruptedException {
    return bus.ask("reference.mean", analyte);
  }

  public static List<Integer> positions(List<Peaks.Peak> peaks) {
    List<Integer> out = new ArrayList<>();
    for (Peaks.Peak p : peaks) out.add(p.position());
    return out;
  }
}
