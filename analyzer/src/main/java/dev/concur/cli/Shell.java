package dev.concur.cli;

import dev.concur.CannotWrite;
import dev.concur.NotEnoughMemory;
import dev.concur.UsageError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a command line with given streams: parses, dispatches, turns failures into words and exit
 * codes.
 */
final class Shell {

  private final Terminal terminal;

  Shell(Terminal terminal) {
    this.terminal = terminal;
  }

  int run(String... args) {
    CommandLine commandLine = commandLine();
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      return failed(NotEnoughMemory.unexpected(), commandLine);
    } catch (StackOverflowError e) {
      return failed(e, commandLine.getErr(), debugging(commandLine));
    }
  }

  CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new ConcurCommand(terminal));
    commandLine
        .setOut(terminal.outWriter())
        .setErr(terminal.errWriter())
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.min(100, terminal.width()))
        .setUsageHelpLongOptionsMaxWidth(30)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler((e, args) -> misused(e))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    return commandLine;
  }

  private static int misused(ParameterException e) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("concur: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.number();
  }

  private static int failed(Exception e, CommandLine commandLine) {
    if (e instanceof UsageError) {
      return misused(new ParameterException(commandLine, e.getMessage()));
    }
    if (e instanceof CannotWrite || e instanceof NotEnoughMemory) {
      commandLine.getErr().println("concur: " + e.getMessage());
      return ExitCode.INTERNAL.number();
    }
    return failed(e, commandLine.getErr(), debugging(commandLine));
  }

  private static boolean debugging(CommandLine commandLine) {
    return commandLine.getCommandSpec().root().userObject() instanceof ConcurCommand root
        && root.debug();
  }

  private static int failed(Throwable e, PrintWriter err, boolean debug) {
    err.println("concur: " + internal(e));
    if (debug) {
      e.printStackTrace(err);
    } else {
      err.println(whereTheTraceIs(e));
    }
    return ExitCode.INTERNAL.number();
  }

  private static String internal(Throwable e) {
    String message = e.toString().lines().limit(1).collect(Collectors.joining());
    return "internal error: " + message;
  }

  private static String whereTheTraceIs(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    try {
      Path file = Files.createTempFile("concur-error-", ".txt");
      Files.writeString(file, trace.toString(), StandardCharsets.UTF_8);
      return "The trace is in " + file + "; --debug prints it.";
    } catch (IOException noPlace) {
      return "Run it with --debug to see the trace.";
    }
  }
}
