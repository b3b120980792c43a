package dev.concur.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads what the author called the parameters, where the class file says so. */
final class ParameterNames {

  private ParameterNames() {}

  /**
   * One name for each parameter, the receiver's {@code this} included; empty where none is said.
   */
  static List<String> of(MethodNode method) {
    Map<Integer, String> bySlot = new HashMap<>();
    if (method.localVariables != null) {
      for (LocalVariableNode local : method.localVariables) {
        bySlot.putIfAbsent(local.index, local.name);
      }
    }
    List<String> names = new ArrayList<>();
    int slot = 0;
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      names.add("this");
      slot++;
    }
    Type[] types = Type.getArgumentTypes(method.desc);
    for (int i = 0; i < types.length; i++) {
      boolean declared = method.parameters != null && i < method.parameters.size();
      String name = declared ? method.parameters.get(i).name : bySlot.get(slot);
      names.add(name == null ? "" : name.intern());
      slot += types[i].getSize();
    }
    return List.copyOf(names);
  }
}
