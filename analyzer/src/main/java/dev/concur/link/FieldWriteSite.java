package dev.concur.link;

import dev.concur.read.MethodFacts;
import dev.concur.read.Op;

/** One write of a field in one method. */
public record FieldWriteSite(MethodFacts in, Op.FieldWrite write) {}
