package crm.dedupe;

import java.util.ArrayList;
import java.util.List;

/** Finds customers that were probably entered twice. */
public class DuplicateFinder {
  private final Similarity names = new Similarity(6);
  private final Similarity streets = new Similarity(9);

  public List<int[]> find(List<Customer> customers) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < customers.size(); i++) {
      pairs.addAll(duplicatesOf(i, customers));
    }
    return pairs;
  }

  public List<int[]> duplicatesOf(int i, List<Customer> customers) {
    List<int[]> found = new ArrayList<>();
    Customer one = customers.get(i);
    for (int j = i + 1; j < customers.size(); j++) {
      Customer other = customers.get(j);
      if (names.similar(one.name, other.name) && streets.similar(one.street, other.street)) {
        found.add(new int[] {one.id, other.id});
      }
    }
    return found;
  }
}
