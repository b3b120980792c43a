package arms;

import fleet.positions.FleetMap;
import fleet.positions.Position;
import fleet.positions.VehicleSession;
import java.util.ArrayList;
import java.util.List;

/** Workloads that use virtual threads as they are; Java 21 and later. */
final class Virtual {
    static final class W16 extends Bench {
        final List<VehicleSession> sessions = new ArrayList<>();
        FleetMap map;

        @Override
        String boot() throws Exception {
            return "" + Net.lines(3, s -> "5" + s.length() + ".25,8." + (s.hashCode() & 0xFF));
        }

        @Override
        void init(String config) throws Exception {
            jobs = 100;
            for (int i = 0; i < jobs; i++) {
                VehicleSession session = new VehicleSession("truck" + i, "127.0.0.1", Integer.parseInt(config));
                sessions.add(session);
                open.add(session);
            }
            map = new FleetMap(sessions);
        }

        @Override
        void arms() {
            arm("asis", () -> map.refresh().stream().mapToLong(Position::hashCode).sum());
            Job ask = i -> sessions.get(i).position().hashCode();
            seq("seq", ask);
            threads("pool", CORES, ask);
            threads("t16", 16, ask);
            threads("t64", 64, ask);
            threads("t200", 200, ask);
            stream("pstream", ask);
        }
    }
}
