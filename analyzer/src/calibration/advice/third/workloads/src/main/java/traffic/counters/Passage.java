package traffic.counters;

/** A vehicle that passed a loop in the road. */
public record Passage(int loop, int lengthCentimetres, int speed) {}
