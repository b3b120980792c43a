package loyalty.points;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

/** The nightly job that finds the status of every member. */
public class StatusUpdateJob {
  private PointsDao pointsDao;

  public void setPointsDao(PointsDao pointsDao) {
    this.pointsDao = pointsDao;
  }

  public Map<MemberStatus, Integer> execute(Iterable<Long> memberIds) throws SQLException {
    Map<MemberStatus, Integer> counts = new EnumMap<>(MemberStatus.class);
    Iterator<Long> it = memberIds.iterator();
    while (it.hasNext()) {
      MemberStatus status = statusOf(it.next());
      Integer n = counts.get(status);
      counts.put(status, n == null ? 1 : n + 1);
    }
    return counts;
  }

  public MemberStatus statusOf(long memberId) throws SQLException {
    return MemberStatus.of(pointsDao.findPoints(memberId));
  }
}
