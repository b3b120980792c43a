package dev.concur.read.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Writes what runs when a class of a source or an instance of it comes to be. */
final class Initialisers {

  private final ClassMaker owner;
  private final NodeList<BodyDeclaration<?>> members;
  private final Optional<RecordDeclaration> tuple;

  /**
   * @param owner the class
   * @param members all it declares, in order
   * @param tuple its header, when it is a record
   */
  Initialisers(
      ClassMaker owner, NodeList<BodyDeclaration<?>> members, Optional<RecordDeclaration> tuple) {
    this.owner = owner;
    this.members = members;
    this.tuple = tuple;
  }

  /**
   * All constructors that are declared, or the one that the compiler adds.
   *
   * @param handedOn what the constructor of an anonymous class takes for its parent
   */
  void constructors(List<JType> handedOn) {
    List<ConstructorDeclaration> declared =
        members.stream()
            .filter(ConstructorDeclaration.class::isInstance)
            .map(ConstructorDeclaration.class::cast)
            .toList();
    declared.forEach(this::constructor);
    if (declared.isEmpty() && !owner.inInterface()) {
      implicitConstructor(handedOn);
    }
  }

  /** The initialiser of the class, when it has anything to do; constants of an enum come first. */
  void ofClass(List<EnumConstantDeclaration> constants) {
    MethodNode made = new MethodNode(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    MethodMaker maker = new MethodMaker(owner, made, owner.names, JType.VOID);
    constants.forEach(each -> maker.constant(each, owner.self));
    initialise(maker, true);
    if (made.instructions.size() > 0) {
      maker.end();
      owner.add(made);
    }
  }

  private List<JType> hiddenParameters() {
    List<JType> hidden = new ArrayList<>();
    if (!owner.isStatic) {
      hidden.add(owner.outer.orElseThrow().self);
    }
    return hidden;
  }

  private void constructor(ConstructorDeclaration constructor) {
    Names own = owner.names.with(constructor.getTypeParameters());
    List<JType> parameters = SourceTypes.parameters(constructor.getParameters(), own);
    MethodNode made = constructorNode(Headers.access(constructor), parameters, constructor);
    made.exceptions = Headers.exceptions(constructor, own);
    MethodMaker maker = start(made, own);
    ClassMaker.declare(maker, constructor.getParameters(), parameters);
    hidden(maker);
    NodeList<Statement> statements = constructor.getBody().getStatements();
    boolean explicit =
        !statements.isEmpty() && statements.get(0) instanceof ExplicitConstructorInvocationStmt;
    if (!explicit) {
      maker.callSuper(List.of());
    } else {
      maker.statement(statements.get(0));
    }
    if (!explicit || !((ExplicitConstructorInvocationStmt) statements.get(0)).isThis()) {
      initialise(maker, false);
    }
    statements.stream().skip(explicit ? 1 : 0).forEach(maker::statement);
    maker.end();
    owner.add(made);
  }

  private MethodNode constructorNode(
      int access, List<JType> parameters, NodeWithAnnotations<?> of) {
    List<JType> all = new ArrayList<>(hiddenParameters());
    all.addAll(parameters);
    all.addAll(owner.captured.values());
    return owner.node(access, "<init>", ClassType.descriptor(all, JType.VOID), of);
  }

  private MethodMaker start(MethodNode made, Names own) {
    MethodMaker maker = new MethodMaker(owner, made, own, JType.VOID);
    if (!owner.isStatic) {
      maker.variable("this$0", owner.outer.orElseThrow().self);
    }
    return maker;
  }

  /** Stores what was handed over besides the declared parameters. */
  private void hidden(MethodMaker maker) {
    owner.captured.forEach((name, type) -> maker.variable("val$" + name, type));
    owner.captured.forEach((name, type) -> maker.storeField("val$" + name, type));
    if (!owner.isStatic) {
      maker.storeField("this$0", owner.outer.orElseThrow().self);
    }
  }

  /** The one of a class that declares none; of an anonymous class it hands arguments on. */
  private void implicitConstructor(List<JType> handedOn) {
    List<JType> parameters = new ArrayList<>();
    tuple.ifPresent(
        each -> parameters.addAll(SourceTypes.parameters(each.getParameters(), owner.names)));
    parameters.addAll(handedOn);
    MethodNode made = constructorNode(0, parameters, new FieldDeclaration());
    MethodMaker maker = start(made, owner.names);
    tuple.ifPresent(each -> ClassMaker.declare(maker, each.getParameters(), parameters));
    List<String> forParent = new ArrayList<>();
    for (int i = 0; i < handedOn.size(); i++) {
      maker.variable("super$" + i, handedOn.get(i));
      forParent.add("super$" + i);
    }
    hidden(maker);
    maker.callSuper(forParent);
    initialise(maker, false);
    members.stream()
        .filter(CompactConstructorDeclaration.class::isInstance)
        .map(each -> ((CompactConstructorDeclaration) each).getBody())
        .forEach(body -> body.getStatements().forEach(maker::statement));
    tuple.ifPresent(
        each -> each.getParameters().forEach(p -> maker.storeParameter(p.getNameAsString())));
    maker.end();
    owner.add(made);
  }

  private void initialise(MethodMaker maker, boolean ofClass) {
    for (BodyDeclaration<?> each : members) {
      if (each instanceof FieldDeclaration field
          && (field.isStatic() || owner.inInterface()) == ofClass) {
        field.getVariables().stream()
            .filter(one -> one.getInitializer().isPresent() && !isConstant(one))
            .forEach(one -> maker.initialise(one, owner.names.type(one.getType()), ofClass));
      } else if (each instanceof InitializerDeclaration block && block.isStatic() == ofClass) {
        maker.statement(block.getBody());
      }
    }
  }

  private boolean isConstant(VariableDeclarator one) {
    return owner
        .world()
        .field(owner.self, one.getNameAsString())
        .flatMap(ClassType.Field::constant)
        .isPresent();
  }
}
