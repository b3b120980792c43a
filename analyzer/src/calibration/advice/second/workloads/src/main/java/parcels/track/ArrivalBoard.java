package parcels.track;

import java.io.IOException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The expected arrival of parcels. */
public class ArrivalBoard {
  private final CarrierGateway gateway;
  private final ArrivalModel model = new ArrivalModel();

  public ArrivalBoard(String host, int port) {
    gateway = new CarrierGateway(host, port);
  }

  public SortedMap<String, Integer> refresh(Collection<String> parcels) throws IOException {
    SortedMap<String, Integer> board = new TreeMap<>();
    for (String parcel : parcels) {
      board.put(parcel, arrival(parcel));
    }
    return board;
  }

  public int arrival(String parcel) throws IOException {
    String events = gateway.events(parcel);
    return (int) Math.ceil(model.hours(events) * 60);
  }
}
