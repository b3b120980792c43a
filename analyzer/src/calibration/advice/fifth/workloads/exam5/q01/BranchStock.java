package exam5.q01;

import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the stock of one article from the till databases in the branches (DSL lines).
 *
 * @author mk, 2009
 */
public class BranchStock {

    private static final int FIRST_BRANCH = 1;
    private static final int LAST_BRANCH = 420;

    private static final String SQL = "SELECT SUM(QTY) FROM STOCK WHERE ARTICLE = ? AND BLOCKED = 0";

    private String user;
    private String password;

    public BranchStock(String user, String password) {
        this.user = user;
        this.password = password;
    }

    public Map<Integer, Integer> collect(String article) {
        Map<Integer, Integer> stock = new TreeMap<Integer, Integer>();
        for (int branch = FIRST_BRANCH; branch <= LAST_BRANCH; branch++) {
            try {
                stock.put(Integer.valueOf(branch), Integer.valueOf(query(branch, article)));
            } catch (SQLException e) {
                System.err.println("branch " + branch + ": " + e.getMessage());
                stock.put(Integer.valueOf(branch), null);
            }
        }
        return stock;
    }

    private int query(int branch, String article) throws SQLException {
        String url = "jdbc:postgresql://till" + branch + ".branches.local:5432/till";
        Connection connection = null;
        PreparedStatement statement = null;
        ResultSet result = null;
        try {
            connection = DriverManager.getConnection(url, user, password);
            statement = connection.prepareStatement(SQL);
            statement.setString(1, article);
            result = statement.executeQuery();
            return result.next() ? result.getInt(1) : 0;
        } finally {
            if (result != null) {
                result.close();
            }
            if (statement != null) {
                statement.close();
            }
            if (connection != null) {
                connection.close();
            }
        }
    }

    static void print(Map<Integer, Integer> stock, String file) throws IOException {
        PrintWriter out = new PrintWriter(new FileWriter(file));
        try {
            for (Iterator<Map.Entry<Integer, Integer>> it = stock.entrySet().iterator(); it.hasNext();) {
                Map.Entry<Integer, Integer> entry = it.next();
                out.println(entry.getKey() + ";" + (entry.getValue() == null ? "?" : entry.getValue()));
            }
        } finally {
            out.close();
        }
    }

    public static void main(String[] args) throws Exception {
        DriverManager.setLoginTimeout(10);
        BranchStock stock = new BranchStock(args[0], args[1]);
        print(stock.collect(args[2]), "stock-" + args[2] + ".csv");
    }
}
