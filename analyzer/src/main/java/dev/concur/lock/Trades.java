package dev.concur.lock;

import java.util.regex.Pattern;

/**
 * What the last word of a class name says of its objects: some serve many callers for long, others
 * are made for one use.
 */
final class Trades {

  private static final String MADE_OF = "(Impl|Base|Adapter|Adaptor|Support|Wrapper|Delegate)?\\d*";

  private static final Pattern SERVES =
      Pattern.compile(
          ".*(Store|Pool|Cache|Manager|Registry|Repository|Database|Scheduler|Dispatcher|Broker|Bus"
              + "|Server|Service|Engine|Appender|Logger|Log|Handler|Transport|Provider|DataSource"
              + "|Factory|Storage|Directory|Index|Journal|Container|Kernel|Queue|Digester|Encryptor"
              + "|Generator|Random|Analy[sz]er|Interpreter|Detector|Classifier|Recogni[sz]er|Resolver"
              + "|Evaluator|Translator|Searcher|Session|Connection|Channel|Client|Socket|Executor|ClassLoader|Producer|Publisher|Sender|Requestor)"
              + MADE_OF);

  private static final Pattern CONVERSES =
      Pattern.compile(
          ".*(Handler|Transport|Session|Connection|Channel|Client|Socket|Queue|Index|Log|Executor)"
              + MADE_OF);

  private static final Pattern FOR_ONE_USE =
      Pattern.compile(
          ".*(Request|Response|Message|Event|Buffer|Stream|Iterator|Builder|Entry|Node|Future|Promise"
              + "|Subscriber|Observer|Subscription|Task|Job|Call|Exchange|Parser|Visitor|Result"
              + "|ResultSet|Cursor|Token|Frame|Packet|Operation|Emitter|Disposable|Callback|Coordinator"
              + "|Aggregator|Thread|Runnable|Upload|Download|Transaction|Reader|Writer|Lexer|Input|Output)"
              + MADE_OF);

  private Trades() {}

  /** Whether objects of a class with this name serve many callers. */
  static boolean serves(String type) {
    return SERVES.matcher(type).matches();
  }

  /** Whether they serve many, and are neither a side of a conversation nor a part of a store. */
  static boolean servesAll(String type) {
    return serves(type) && !CONVERSES.matcher(type).matches();
  }

  /** Whether objects of a class with this name are made for one use. */
  static boolean forOneUse(String type) {
    return FOR_ONE_USE.matcher(type).matches();
  }
}
