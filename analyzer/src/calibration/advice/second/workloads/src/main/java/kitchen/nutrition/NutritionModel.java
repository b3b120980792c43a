package kitchen.nutrition;

final class NutritionModel {
  private static final int PASSES = 120;

  private NutritionModel() {}

  /** Kilojoules after cooking, by relaxing the water content of all ingredients. */
  static int energy(Dish dish) {
    double[] water = new double[dish.ingredients()];
    for (int i = 0; i < water.length; i++) {
      water[i] = (dish.seed() * 31 + i * 17) % 100 / 100.0;
    }
    double energy = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      for (int i = 1; i < water.length - 1; i++) {
        water[i] += (water[i - 1] + water[i + 1] - 2 * water[i]) * 0.2;
        energy += Math.exp(-water[i]) * 0.1;
      }
    }
    return (int) energy;
  }
}
