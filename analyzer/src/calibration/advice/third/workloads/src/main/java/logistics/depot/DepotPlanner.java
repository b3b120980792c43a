package logistics.depot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares the yearly cost of possible depots. */
public class DepotPlanner {
  private static final double DETOUR = 1.27;
  private static final double CENTS_PER_KILOMETRE = 93;
  private final List<Customer> customers;

  public DepotPlanner(List<Customer> customers) {
    this.customers = List.copyOf(customers);
  }

  /** A site and its cost. */
  public record Plan(Site site, long cents) {}

  public List<Plan> compare(List<Site> sites) {
    List<Plan> plans = new ArrayList<>();
    for (Site site : sites) {
      plans.add(new Plan(site, cost(site)));
    }
    plans.sort(Comparator.comparingLong(Plan::cents));
    return plans;
  }

  public long cost(Site site) {
    double sum = 0;
    for (Customer customer : customers) {
      double way =
          DETOUR
              * Distances.kilometres(
                  site.latitude(), site.longitude(), customer.latitude(), customer.longitude());
      sum += 2 * way * customer.toursPerWeek() * 52 * CENTS_PER_KILOMETRE;
    }
    return site.rent() + Math.round(sum);
  }
}
