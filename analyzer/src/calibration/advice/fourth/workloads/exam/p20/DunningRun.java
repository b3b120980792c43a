package exam.p20;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Sets the dunning level of 40,000 customers in the ERP database at the head office (3 statements of about 12 ms each). */
public class DunningRun {

    /** The ERP vendor licenses us 20 sessions. */
    static class Sessions implements AutoCloseable {
        private static final int LICENSED = 20;
        private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(LICENSED);

        Sessions(String url, String user, String password) throws SQLException {
            for (int i = 0; i < LICENSED; i++) {
                Connection c = DriverManager.getConnection(url, user, password);
                c.setAutoCommit(false);
                idle.add(c);
            }
        }

        <T> T with(Work<T> work) throws SQLException, InterruptedException {
            Connection c = idle.take();
            try {
                T result = work.apply(c);
                c.commit();
                return result;
            } catch (SQLException e) {
                c.rollback();
                throw e;
            } finally {
                idle.add(c);
            }
        }

        @Override public void close() throws SQLException {
            for (Connection c : idle) {
                c.close();
            }
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T apply(Connection c) throws SQLException;
    }

    private static int updateLevel(Connection c, String customer, LocalDate today) throws SQLException {
        try (PreparedStatement open = c.prepareStatement("select min(due_date), sum(amount) from open_items where customer_no = ?");
             PreparedStatement set = c.prepareStatement("update customers set dunning_level = ? where customer_no = ?")) {
            open.setString(1, customer);
            int level = 0;
            try (ResultSet r = open.executeQuery()) {
                if (r.next() && r.getDate(1) != null && r.getBigDecimal(2).signum() > 0) {
                    long late = today.toEpochDay() - r.getDate(1).toLocalDate().toEpochDay();
                    level = late > 60 ? 3 : late > 30 ? 2 : late > 10 ? 1 : 0;
                }
            }
            set.setInt(1, level);
            set.setString(2, customer);
            set.executeUpdate();
            return level;
        }
    }

    static int[] run(Sessions sessions, List<String> customers) throws SQLException, InterruptedException {
        int[] levels = new int[customers.size()];
        LocalDate today = LocalDate.now();
        for (int i = 0; i < levels.length; i++) {
            String customer = customers.get(i);
            levels[i] = sessions.with(c -> updateLevel(c, customer, today));
        }
        return levels;
    }

    public static void main(String[] args) throws Exception {
        try (Sessions sessions = new Sessions(args[0], args[1], args[2])) {
            int[] levels = run(sessions, Files.readAllLines(Path.of(args[3])));
            for (int i = 0; i < 4; i++) {
                int level = i;
                System.out.println("level " + i + ": " + java.util.Arrays.stream(levels).filter(l -> l == level).count());
            }
        }
    }
}
