package fleet.positions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks all vehicles for the map on the wall. */
public class FleetMap {
    private final List<VehicleSession> sessions;

    public FleetMap(List<VehicleSession> sessions) {
        this.sessions = List.copyOf(sessions);
    }

    public List<Position> refresh() throws InterruptedException, ExecutionException {
        List<Position> positions = new ArrayList<>(sessions.size());
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Position>> answers = new ArrayList<>();
            for (VehicleSession session : sessions) {
                answers.add(executor.submit(session::position));
            }
            for (Future<Position> answer : answers) {
                positions.add(answer.get());
            }
        }
        return positions;
    }
}
