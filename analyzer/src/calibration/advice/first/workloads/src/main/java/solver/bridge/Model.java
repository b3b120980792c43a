package solver.bridge;

import java.io.Serializable;

/**
 * A dense system of linear equations, row by row with the right side last, for several load cases.
 */
public record Model(int size, double[] rows, int cases) implements Serializable {}
