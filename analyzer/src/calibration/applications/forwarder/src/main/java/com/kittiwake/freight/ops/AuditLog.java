package com.kittiwake.freight.ops;

import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Who did what; the logger's configuration says where it goes. */
public class AuditLog {
  private static final Logger LOG = LogManager.getLogger("audit");

  public void record(String user, String action, Map<String, String> details) {
    LOG.info("{} {} {}", user, action, details);
  }

  public void trace(String user, Object detail) {
    if (LOG.isTraceEnabled()) {
      LOG.trace("{} saw {}", user, detail);
    }
  }
}
