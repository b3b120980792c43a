package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a class shows to those who administer the program: the methods of its management beans,
 * which a console asks now and then.
 *
 * <p>The specification of JMX tells them by their interfaces: the name of one ends in {@code MBean}
 * or {@code MXBean}. A class that is a {@code DynamicMBean} itself is there for nothing else.
 */
final class Management {

  private static final String DYNAMIC = "javax.management.DynamicMBean";

  private static final Pattern BEAN = Pattern.compile(".*MX?Bean");

  private final Linked linked;

  /** Of each class, the names and descriptors of what its beans show. */
  private final Map<String, Set<String>> shown = new HashMap<>();

  Management(Linked linked) {
    this.linked = linked;
  }

  /** Whether only a console calls a method, as far as the program shows. */
  boolean only(MethodFacts method) {
    return shows(method)
        && linked.running(method).stream()
            .allMatch(site -> site.in().equals(method) || shows(site.in()));
  }

  private boolean shows(MethodFacts method) {
    MethodRef ref = method.ref();
    return method.isPublic()
        && !method.isStatic()
        && !ref.constructor()
        && (shown.computeIfAbsent(ref.owner(), this::beans).contains(ref.name() + ref.descriptor())
            || linked.subtype(ref.owner(), DYNAMIC));
  }

  private Set<String> beans(String type) {
    return linked.facts().supertypes(type).stream()
        .filter(each -> BEAN.matcher(each).matches())
        .flatMap(each -> linked.type(each).filter(ClassFacts::isInterface).stream())
        .flatMap(bean -> bean.methods().stream())
        .map(method -> method.ref().name() + method.ref().descriptor())
        .collect(Collectors.toSet());
  }
}
