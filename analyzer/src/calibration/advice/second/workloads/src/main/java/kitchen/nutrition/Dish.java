package kitchen.nutrition;

import java.io.Serializable;

public record Dish(String name, int seed, int ingredients) implements Serializable {}
