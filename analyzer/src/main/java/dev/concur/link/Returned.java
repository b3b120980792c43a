package dev.concur.link;

import java.util.List;

/**
 * What a search for the results of a method came to, and what must hold for another search to come
 * to the same.
 *
 * @param answers where the results came from
 * @param visited every value that was looked at; none may have been met on the way to here
 * @param paid what it took of the budget
 * @param steps how many steps it went
 */
record Returned(List<Origin> answers, List<Origin> visited, int paid, int steps) {}
