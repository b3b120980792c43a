package dev.concur.cost;

import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collections of which there are few: what their author calls options, headers or steps, what
 * callers write out one by one, and files, tasks and pictures.
 *
 * <p>Names are guesses about sizes only: they never decide what is done with the elements.
 */
final class Few {

  private static final int VARIABLE_ARGUMENTS = 0x0080;

  /** What the last word of a name is, in small letters; a pattern of these took 2 % of a scan. */
  private static final Set<String> NAMES =
      Set.of(
          "arg",
          "args",
          "arguments",
          "params",
          "parameters",
          "options",
          "headers",
          "attributes",
          "columns",
          "fields",
          "tags",
          "flags",
          "handlers",
          "listeners",
          "observers",
          "subscribers",
          "watchers",
          "plugins",
          "rules",
          "checks",
          "validators",
          "filters",
          "strategies",
          "stages",
          "roles",
          "permissions",
          "features",
          "children",
          "dimensions",
          "axes",
          "coefficients",
          "hosts",
          "gateways",
          "endpoints",
          "servers",
          "replicas",
          "shards",
          "properties",
          "settings",
          "commands",
          "units",
          "currencies",
          "locales",
          "languages",
          "extensions",
          "criteria",
          "conditions",
          "bindings",
          "variables",
          "placeholders",
          "replacements",
          "substitutions",
          "claims",
          "cookies",
          "labels",
          "parts",
          "sections",
          "sheets",
          "layers",
          "recipients",
          "attachments",
          "choices",
          "alternatives",
          "folders",
          "directories",
          "chapters",
          "phases",
          "tiers",
          "modules",
          "sources",
          "targets",
          "attempts");

  /** How names end that say what holds the things, after the name of one of them. */
  private static final List<String> HOLDERS = List.of("map", "list", "set", "array", "table");

  /** Whoever is handed files, their content, tasks or pictures is handed some of them. */
  private static final Pattern HEAVY =
      Pattern.compile(
          "java\\.nio\\.file\\.Path|java\\.io\\.(File|\\w+(Stream|Reader|Writer))|java\\.net\\.\\w+"
              + "|java\\.lang\\.(Runnable|Thread)|java\\.util\\.function\\.\\w+"
              + "|java\\.util\\.concurrent\\.(Callable|\\w*Future|CompletionStage)"
              + "|java\\.awt\\.image\\.\\w+|\\[[BC]");

  /** What maps names to texts or to just anything: headers, settings, one row. */
  private static final Set<List<String>> SETTINGS =
      Set.of(
          List.of("java.lang.String", "java.lang.String"),
          List.of("java.lang.String", "java.lang.Object"));

  /** What the JDK knows of a program: its class path, what is plugged in, the parts of a class. */
  private static final Pattern OF_PROGRAM =
      Pattern.compile(
          "java\\.lang\\.ClassLoader#(getR|getSystemR|findR|r)esources"
              + "|java\\.util\\.ServiceLoader#.*"
              + "|java\\.lang\\.(Class|Enum|reflect\\.\\w+)#.*"
              + "|java\\.lang\\.System#.*"
              + "|java\\.beans\\.\\w+#.*"
              + "|java\\.util\\.EnumSet#allOf"
              + "|java\\.nio\\.file\\.FileSystem#.*");

  private Few() {}

  /** Whether the JDK has few of these in any program. */
  static boolean isFew(MethodRef inJdk) {
    return OF_PROGRAM.matcher(inJdk.owner() + "#" + inJdk.name()).matches();
  }

  static boolean isFew(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    for (String holder : HOLDERS) {
      if (small.endsWith(holder)) {
        return endsAsFew(small.substring(0, small.length() - holder.length()) + "s");
      }
    }
    return endsAsFew(small);
  }

  private static boolean endsAsFew(String small) {
    for (int i = 0; i < small.length(); i++) {
      boolean begins = i == 0 || isLetter(small.charAt(i - 1));
      if (begins && NAMES.contains(small.substring(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it holds what is mostly few by the name of its class: parameters, headers, cookies. */
  private static boolean isFewOf(List<String> types) {
    return types.size() == 1 && endsAsFew(simpleName(types.get(0)).toLowerCase(Locale.ROOT) + "s");
  }

  private static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  private static boolean isLetter(char at) {
    return at >= 'a' && at <= 'z';
  }

  static boolean isFew(MethodFacts in, Value.Parameter parameter) {
    int index = parameter.index();
    boolean named = index < in.parameterNames().size() && isFew(in.parameterNames().get(index));
    List<String> types = in.elementTypes(in.isStatic() ? index : index - 1);
    boolean heavy = types.stream().anyMatch(type -> HEAVY.matcher(type).matches());
    return named
        || heavy
        || isFewOf(types)
        || SETTINGS.contains(types)
        || (writtenOut(in) && last(in, parameter));
  }

  /** Whether callers write its last arguments one by one. */
  private static boolean writtenOut(MethodFacts in) {
    return (in.access() & VARIABLE_ARGUMENTS) != 0;
  }

  private static boolean last(MethodFacts in, Value.Parameter parameter) {
    String descriptor = in.ref().descriptor();
    return parameter.type().startsWith("[")
        && descriptor.substring(0, descriptor.indexOf(')')).endsWith(parameter.type())
        && parameter.index() == in.parameterNames().size() - 1;
  }
}
