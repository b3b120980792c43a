package dev.concur.link;

import dev.concur.read.MethodFacts;
import dev.concur.read.Op;

/**
 * One call in one method.
 *
 * @param in the method
 * @param position of the call among all of the method
 */
public record CallSite(MethodFacts in, int position) {

  /** Written out: a record's own is slow where only the first compiler runs. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CallSite site && position == site.position && in.equals(site.in);
  }

  @Override
  public int hashCode() {
    return 31 * in.hashCode() + position;
  }

  /** The place of a call of a method. */
  public static CallSite of(MethodFacts in, Op.Call call) {
    return new CallSite(in, in.position(call.id()));
  }

  /** The call with its arguments; the body of the method is opened for it. */
  public Op.Call call() {
    return in.calls().get(position);
  }
}
