package dev.concur.samples.interactivewait;

import java.util.Scanner;

/** Right: the same questions, answered beforehand, read from a text. */
public final class PreparedAnswers {

  private final Scanner answers;

  public PreparedAnswers(String text) {
    this.answers = new Scanner(text);
  }

  /** Whether an order may go out although the customer owes too much. */
  public boolean allows(String order) { // label: light
    return !order.isEmpty() && answers.hasNextLine() && answers.nextLine().equals("yes");
  }
}
