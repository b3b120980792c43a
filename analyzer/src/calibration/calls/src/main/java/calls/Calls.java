package calls;

/**
 * Times calls of the JDK and of libraries; what came out is in measured.tsv. The one argument picks
 * calls by name.
 */
public final class Calls {

  private Calls() {}

  /** Times them all, or those whose name holds the argument. */
  public static void main(String[] arguments) throws Exception {
    Stopwatch.only = arguments.length > 0 ? arguments[0] : "";
    Data.all();
    Computing.all();
    Documents.all();
    Surroundings.all();
    System.exit(0);
  }
}
