package com.kittiwake.freight.cli;

import com.kittiwake.freight.carriers.VesselTracker;
import com.kittiwake.freight.planning.LaneOptimizer;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "freight",
    subcommands = {FreightCommand.Track.class, FreightCommand.Spread.class},
    mixinStandardHelpOptions = true)
public class FreightCommand {
  @Option(names = "--branch", defaultValue = "HAM")
  String branch;

  final VesselTracker tracker;

  public FreightCommand(VesselTracker tracker) {
    this.tracker = tracker;
  }

  @Command(name = "track")
  static class Track implements Callable<Integer> {
    @CommandLine.ParentCommand FreightCommand parent;

    @Parameters(index = "0")
    String imo;

    @Override
    public Integer call() throws Exception {
      VesselTracker.Position p = parent.tracker.positionNow(imo);
      return p.knots() > 0.5 ? 0 : 3;
    }
  }

  @Command(name = "spread")
  static class Spread implements Callable<Integer> {
    @Option(names = "--volume", required = true)
    double volume;

    @Option(names = "--cost", split = ",")
    double[] cost;

    @Override
    public Integer call() {
      double[] capacity = new double[cost.length];
      Arrays.fill(capacity, volume / 2);
      double[] share = new LaneOptimizer().allocate(cost, capacity, volume);
      return share[0] > 0 ? 0 : 1;
    }
  }

  public CommandLine.ParseResult parse(String... args) {
    return new CommandLine(this, new Maker(this)).parseArgs(args);
  }

  public int run(String... args) {
    return new CommandLine(this, new Maker(this)).execute(args);
  }

  private record Maker(FreightCommand root) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return CommandLine.defaultFactory().create(type);
    }
  }
}
