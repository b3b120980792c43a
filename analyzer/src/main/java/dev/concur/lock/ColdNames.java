package dev.concur.lock;

import dev.concur.model.MethodRef;
import java.util.regex.Pattern;

/**
 * Methods that, by the custom of their names, run at start-up, at the end, or when something is
 * registered.
 */
final class ColdNames {

  private static final Pattern COLD =
      Pattern.compile(
          "<init>|<clinit>|main|finalize"
              + "|(init|initiali[sz]e|configure|setup|setUp|start|stop|shutdown|shutDown|close|destroy|dispose|terminate"
              + "|install|uninstall|activateOptions|bootstrap|startup|halt|suspend|resume|pause|unpause|restart|reset|reload|reconfigure)"
              + "([A-Z]\\w*)?"
              + "|(register|unregister|deregister|set|enable|disable|define)[A-Z]?\\w*"
              + "|(add|remove|fire)\\w*(Listener|Listeners|Handler|Observer|Interceptor|Appender|Filter|Provider|Hook|Plugin|Directive)s?");

  private ColdNames() {}

  /** Whether the name says that this is not the daily work of its object. */
  static boolean cold(MethodRef method) {
    return COLD.matcher(method.name()).matches();
  }
}
