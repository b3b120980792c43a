package dev.concur.lock;

import dev.concur.model.MethodRef;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Methods that, by the custom of their names, run at start-up, at the end, or when something is
 * registered.
 */
final class ColdNames {

  private static final Pattern COLD =
      Pattern.compile(
          "<init>|<clinit>|main|finalize|toString|hashCode|equals|clone"
              + "|(write|read)(Object|Resolve|Replace|External)|clear(All|Cache\\w*)?"
              + "|(abort|cancel|checkpoint|backup|compact|defrag|recover|repair|upgrade|migrate|cleanUp|cleanup|forceClose)([A-Z]\\w*)?"
              + "|(print|dump|debug|diagnose|describe)(StackTrace\\w*|State|Stats|Info|Status)|dump|\\w+Dump|debug\\w*"
              + "|enum(erate)?([A-Z]\\w*)?|getObjectInstance"
              + "|(do|un|re|auto|hot)?[dD]eploy([A-Z]\\w*)?|rebuild([A-Z]\\w*)?|new\\w*Instance|(on)?[mM]ember(Left|Joined|Added|Removed|Suspected)"
              + "|get(StackTraces?|\\w*(Diagnostic|Status|Statistics|Stats)\\w*)|\\w+(Destroy|Shutdown)"
              + "|(init|initiali[sz]e|configure|setup|setUp|start|stop|shutdown|shutDown|close|destroy|dispose|terminate"
              + "|install|uninstall|activateOptions|bootstrap|startup|halt|suspend|resume|pause|unpause|restart|reset|softReset|hardReset|reload|reconfigure|roll|rollover|evictAll)"
              + "([A-Z]\\w*)?|(begin|end|finish|refresh|reload|update)\\w*Config\\w*"
              + "|(re)?[lL]og(in|out)|changeUser|preallocate|truncate([A-Z]\\w*)?|mark(Broken|Failed|Dead|Bad)\\w*"
              + "|(en|de)list([A-Z]\\w*)?|xa[_A-Z]\\w*|\\w*Xa[A-Z]\\w*|\\w*[eE]lection\\w*"
              + "|(on|handle|process|notify)\\w*(Exception|Error|Failure|Failed|Fail|Interrupted|Lost|Restored)s?|\\w+[a-z]Fail(ed|ure)?"
              + "|(cull|reap|expire|purge|prune|shrink|recheck)([A-Z]\\w*)?|getThread[A-Z]\\w*|force[A-Z]\\w*|release(All|External)?Resources"
              + "|(create|delete|take|write|save|load|restore|read|deserialize)(Instance|Snapshot)|restore\\w*"
              + "|(load|select|extract|find|install)\\w*(Library|Libraries|Libs|Resources|Implementation)"
              + "|(add|remove|drop|create)(Cache|Host|Server|Node|Identity|Database|Driver|Module|Bundle|Plugin|Schema)(IfAbsent|s)?"
              + "|(do|run|after|before|on|parse|read|load|refresh|reload)(Configur\\w*|\\w*Config|Init\\w*|Start\\w*|Stop|Shutdown|Setup|Properties\\w*)"
              + "|(register|reregister|unregister|deregister|bind|unbind|rebind|set|enable|disable|define)[A-Z]?\\w*"
              + "|(add|remove|fire)\\w*(Listener|Listeners|Handler|Observer|Interceptor|Appender|Filter|Provider|Hook|Plugin|Directive)s?");

  /**
   * The life of an object and of what it talks to, when nothing comes back: a factory whose
   * connections are the answer is at its daily work, an object that connects itself is not.
   */
  private static final Pattern LIFE =
      Pattern.compile(
          "(re)?(connect|open)|reconnect\\w*|[fF]ail[oO]ver\\w*|[a-z]\\w*Changed|disconnect\\w*|rollback\\w*|(de)?serialize"
              + "|(do|start|begin|perform)?([hH]andshake|[nN]egotiate)\\w*"
              + "|(session|connection|channel|socket|link)(Created|Opened|Closed|Registered|Unregistered|Active|Inactive|Idle)"
              + "|notify\\w*(Created|Added|Removed|Changed|Opened|Closed|Started|Stopped|Destroyed)"
              + "|(handle|on|process|accept|install)\\w*(Suspend|Suspect|Resume|Join|Leave|Merge|View|Membership|Topology|Leader|Change|Changed)");

  /** Goes through all there is to see whether it is sound; signatures are checked every day. */
  private static final Pattern VERIFY = Pattern.compile("verify\\(Z?\\)[VZ]");

  /** Writes out what daily work has left, or reads anew what others have changed, now and then. */
  private static final Pattern FLUSH =
      Pattern.compile("(do)?[fF]lush\\(\\)V|(sync|refresh)\\(\\)V");

  /** What the name of a lock says that it orders: the life of its object, not its work. */
  private static final Pattern LIFE_LOCK =
      Pattern.compile(
          "_?(my)?((start|stop|init|initiali[sz]ation|initiali[sz]e|close|closing|shutdown|startup|life[cC]ycle|(re)?connect"
              + "|[fF]ailover|config(uration)?|setup|terminat(e|ion)|destroy|dispose)"
              + "(Up|Down|Stop|Start|Close|Shutdown)?)(Lock|Mutex|Monitor|Guard|Sync|Semaphore)",
          Pattern.CASE_INSENSITIVE);

  /** How a method is called to which another leaves its work. */
  private static final Pattern INNER_HALF =
      Pattern.compile("(\\w+?)(Internal|Impl|Locked|Inner|NoLock|UnderLock|WithLock|0)");

  private static final Pattern SETS = Pattern.compile("set[A-Z]\\w*");

  private static final Pattern SERIALIZER = Pattern.compile(".*Seriali[sz](er|ation)\\w*");

  private ColdNames() {}

  /** Classes whose whole work is setting up. */
  private static final Pattern COLD_TYPE =
      Pattern.compile(
          ".*(Configurator|Configurer|Initiali[sz]er|Bootstrap\\w*|Installer|Launcher|ShutdownHook|(Failed|Failure|Error)\\w*Handler)(\\$.*)?");

  /** Whether a call is about setting up, ending or describing something, wherever it stands. */
  static boolean occasional(MethodRef method) {
    return !method.constructor() && cold(method) && !life(method);
  }

  /**
   * Whether it sets something, as what it calls may do daily: the state of a transaction, which is
   * logged, is set all the time.
   */
  static boolean sets(MethodRef method) {
    return SETS.matcher(method.name()).matches();
  }

  /** Whether the names say that this is not the daily work of its object. */
  static boolean cold(MethodRef method) {
    return named(method) || COLD_TYPE.matcher(method.owner()).matches();
  }

  /** Whether its own name says so, or the name of what it is the inner half of. */
  private static boolean named(MethodRef method) {
    Matcher half = INNER_HALF.matcher(method.name());
    return coldOrLife(method)
        || (half.matches()
            && coldOrLife(new MethodRef(method.owner(), half.group(1), method.descriptor())));
  }

  private static boolean coldOrLife(MethodRef method) {
    return COLD.matcher(method.name()).matches() || life(method);
  }

  /**
   * Whether the name of the field that holds a lock says that it orders starting, ending and so on.
   */
  static boolean ordersLife(LockName lock) {
    String field =
        lock instanceof LockName.Field own
            ? own.field().name()
            : lock instanceof LockName.StaticField one ? one.field().name() : "";
    return LIFE_LOCK.matcher(field.replace("_", "")).matches();
  }

  private static String plain(MethodRef method) {
    return method.name() + method.descriptor();
  }

  private static boolean life(MethodRef method) {
    boolean answers = !method.descriptor().endsWith(")V") && !method.descriptor().endsWith(")Z");
    return !answers
        && (LIFE.matcher(method.name()).matches()
            || FLUSH.matcher(plain(method)).matches()
            || VERIFY.matcher(plain(method)).matches())
        && !SERIALIZER.matcher(method.owner()).matches();
  }
}
