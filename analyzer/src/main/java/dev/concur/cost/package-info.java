/** How much each method waits and computes, for whom, by which chain of calls. */
package dev.concur.cost;
