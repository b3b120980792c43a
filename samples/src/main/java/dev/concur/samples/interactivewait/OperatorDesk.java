package dev.concur.samples.interactivewait;

import java.util.Scanner;

/**
 * Asks the operator. Wrong wherever others wait for the thread that asks; a thread of its own is
 * fine.
 */
public final class OperatorDesk {

  private final Scanner answers = new Scanner(System.in);

  /** Whether an order may go out although the customer owes too much. */
  public boolean allows(String order) { // expect: interactive-wait
    System.out.println("Let " + order + " go? (yes/no)");
    return answers.nextLine().strip().equals("yes");
  }

  /** A password, without showing it. */
  public char[] password() { // expect: interactive-wait
    return System.console().readPassword("Password: ");
  }
}
