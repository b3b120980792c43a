package dev.concur.link;

import dev.concur.read.MethodFacts;
import dev.concur.read.Op;

/** One call in one method. */
public record CallSite(MethodFacts in, Op.Call call) {}
