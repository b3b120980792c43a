package dev.concur.link;

import dev.concur.read.MethodFacts;
import dev.concur.read.Op;

/**
 * One write of a field in one method.
 *
 * @param in the method
 * @param block index of the block it is in
 * @param position of the write among the operations of the block
 */
public record FieldWriteSite(MethodFacts in, int block, int position) {

  /** The write with its value; the body of the method is opened for it. */
  public Op.FieldWrite write() {
    return (Op.FieldWrite) in.blocks().get(block).ops().get(position);
  }
}
