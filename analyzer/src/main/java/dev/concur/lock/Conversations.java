package dev.concur.lock;

import dev.concur.catalogue.Role;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.model.Scope;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Locks of one connection among many. The thread that serves a connection takes its lock, and
 * others do so rarely: to close it, or to hand over something to send. That two threads may meet
 * there is why it has a lock, and does not make it a bottleneck. Only who waits for the other side
 * while holding it, or lets native code work for it, keeps those out that talk over the same
 * connection.
 */
final class Conversations {

  private static final Pattern CONVERSATION =
      Pattern.compile(
          ".*(Session|Connection|Channel|Socket|SSLEngine)"
              + "(Impl|Base|Adapter|Adaptor|Support|Wrapper|Delegate)*\\d*");

  private final Linked linked;
  private final Makings makings;
  private final Roles roles;

  Conversations(Linked linked, Makings makings, Roles roles) {
    this.linked = linked;
    this.makings = makings;
    this.roles = roles;
  }

  /** Whether a lock belongs to one conversation, and nobody waits for the other side under it. */
  boolean only(Described lock) {
    return lock.sharing().scope() == Scope.SHARED_INSTANCE
        && Evidence.owner(lock.name()).filter(this::one).isPresent()
        && lock.drafts().stream().filter(Draft::counts).noneMatch(Conversations::takesItsTime);
  }

  /** Whether the other side is waited for, or does its work in this process, as an engine does. */
  private static boolean takesItsTime(Draft draft) {
    return Judgement.waits(draft) || draft.effort().natives() >= Judgement.OFTEN;
  }

  /** Whether objects of a class are conversations, or a part of one each, or made for one each. */
  private boolean one(String type) {
    return conversation(type) || partOfOne(makings.of(type)) || madeForOne(type);
  }

  /** Whether nobody can make an object of the class, or of one below it, without a conversation. */
  private boolean madeForOne(String type) {
    List<ClassFacts> kinds =
        Stream.concat(linked.type(type).stream(), linked.facts().rootsBelow(type).stream())
            .filter(facts -> !facts.isAbstract() && !facts.isInterface())
            .toList();
    return !kinds.isEmpty() && kinds.stream().allMatch(this::isHandedOne);
  }

  private boolean isHandedOne(ClassFacts facts) {
    return facts.methods().stream()
        .map(MethodFacts::ref)
        .filter(MethodRef::constructor)
        .allMatch(
            made ->
                MethodTypeDesc.ofDescriptor(made.descriptor()).parameterList().stream()
                    .map(given -> Classes.named(given.descriptorString()))
                    .anyMatch(this::isOne));
  }

  /** Whether a type, or one that it is a sort of, is a conversation. */
  private boolean isOne(String type) {
    return linked.facts().isRoot(type)
        && (conversation(type)
            || linked.facts().supertypes(type).stream().anyMatch(this::conversation));
  }

  private boolean partOfOne(List<Makings.Home> homes) {
    return !homes.isEmpty() && homes.stream().allMatch(this::inConversation);
  }

  private boolean inConversation(Makings.Home home) {
    return home instanceof Makings.Home.InField kept && conversation(owner(kept.field()));
  }

  private String owner(FieldRef field) {
    return linked.declared(field).owner();
  }

  private boolean conversation(String type) {
    Optional<Role> role = roles.of(type);
    return linked.facts().isRoot(type)
        && (role.filter(Role.CONNECTION::equals).isPresent()
            || CONVERSATION.matcher(type).matches());
  }
}
