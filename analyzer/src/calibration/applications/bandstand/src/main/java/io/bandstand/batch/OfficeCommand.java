package io.bandstand.batch;

import io.bandstand.imports.Inbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** What can be done from a terminal. */
@CommandLine.Command(name = "bandstand", description = "The ticket office")
public class OfficeCommand implements Callable<Integer> {

  @CommandLine.Option(
      names = {"-d", "--dry"},
      description = "change nothing")
  boolean dry;

  @CommandLine.Option(
      names = {"-s", "--show"},
      description = "number of a show")
  long show;

  @CommandLine.Parameters(description = "files to import")
  List<Path> files = List.of();

  private final Inbox inbox;
  private final BufferedReader keyboard;
  private final PrintWriter screen;

  public OfficeCommand(Inbox inbox, BufferedReader keyboard, PrintWriter screen) {
    this.inbox = inbox;
    this.keyboard = keyboard;
    this.screen = screen;
  }

  public static CommandLine.ParseResult parse(OfficeCommand command, String... arguments) {
    return new CommandLine(command).parseArgs(arguments);
  }

  @Override
  public Integer call() throws IOException {
    int rows = 0;
    for (Path file : files) {
      if (inbox.understands(file.toString()) && !dry) {
        rows += inbox.accept(file);
      }
    }
    return rows;
  }

  public boolean confirm(String question) throws IOException {
    screen.println(question + " [y/n]");
    screen.flush();
    String answer = keyboard.readLine();
    return answer != null && answer.strip().toLowerCase().startsWith("y");
  }

  /** A bar of progress. */
  static String bar(int done, int all) {
    int width = all == 0 ? 40 : 40 * done / all;
    return "[" + "=".repeat(width) + " ".repeat(40 - width) + "] " + done + "/" + all;
  }
}
