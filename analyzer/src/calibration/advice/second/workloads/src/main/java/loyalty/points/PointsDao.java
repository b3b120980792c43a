package loyalty.points;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

public class PointsDao {
  private static final String SELECT = "SELECT points_of(?)";

  private DataSource dataSource;

  public void setDataSource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public long findPoints(long memberId) throws SQLException {
    Connection con = null;
    PreparedStatement ps = null;
    ResultSet rs = null;
    try {
      con = dataSource.getConnection();
      ps = con.prepareStatement(SELECT);
      ps.setLong(1, memberId);
      rs = ps.executeQuery();
      if (!rs.next()) {
        throw new SQLException("no member " + memberId);
      }
      return rs.getLong(1);
    } finally {
      if (rs != null) rs.close();
      if (ps != null) ps.close();
      if (con != null) con.close();
    }
  }
}
