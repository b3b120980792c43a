package dev.concur.rule;

import dev.concur.model.Loop;
import java.util.List;
import java.util.stream.Collectors;

/** Words for the objects of which each thread needs its own. */
public final class OwnObjects {

  private static final int NAMED = 2;

  private OwnObjects() {}

  /** The names of the first of them, and how many more there are; empty when there are none. */
  public static String names(Loop loop) {
    List<String> all = loop.ownNames();
    String first = all.stream().limit(NAMED).collect(Collectors.joining(", "));
    return all.size() > NAMED ? first + " and " + (all.size() - NAMED) + " more" : first;
  }

  /** That they stand between the rounds, as the end of a message; empty when there are none. */
  public static String but(Loop loop) {
    return loop.own().isEmpty() ? "" : ", tied by nothing but the shared " + names(loop);
  }
}
