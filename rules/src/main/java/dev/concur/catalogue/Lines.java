package dev.concur.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Everything that a list of catalogue texts says, gathered line by line. */
final class Lines {

  /**
   * What a method line says.
   *
   * @param effects what a call does
   * @param since first Java release with the method; 0 for any
   * @param until last Java release with the method; 0 for any
   */
  record Method(List<Effect> effects, int since, int until) {}

  final List<SignatureIndex.Line<Method>> methods = new ArrayList<>();
  final List<SignatureIndex.Line<Method>> fields = new ArrayList<>();
  final List<SignatureIndex.Line<EntryPoint>> entries = new ArrayList<>();
  final List<SignatureIndex.Line<String>> receives = new ArrayList<>();
  final List<SignatureIndex.Line<Dispatcher>> dispatchers = new ArrayList<>();
  final List<SignatureIndex.Line<Twin>> twins = new ArrayList<>();
  final List<NameIndex.Line<EntryPoint>> entryAnnotations = new ArrayList<>();
  final List<NameIndex.Line<BeanScope>> scopes = new ArrayList<>();
  final List<NameIndex.Line<BeanScope>> scopedTypes = new ArrayList<>();
  final List<NameIndex.Line<Effects>> proxies = new ArrayList<>();
  final List<NameIndex.Line<Effects>> proxyAnnotations = new ArrayList<>();
  final List<NameIndex.Line<Effects>> unread = new ArrayList<>();
  final List<NameIndex.Line<Effects>> around = new ArrayList<>();
  final List<NameIndex.Line<Claim>> claims = new ArrayList<>();
  final List<NameIndex.Line<Safety>> safeties = new ArrayList<>();
  final List<NameIndex.Line<Reusable>> reusables = new ArrayList<>();
  final List<NameIndex.Line<Role>> roles = new ArrayList<>();
  final List<NameIndex.Line<Effects>> synchronizedTypes = new ArrayList<>();
  final List<NameIndex.Line<Boolean>> contended = new ArrayList<>();
  final List<NameIndex.Line<Boolean>> promises = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
}
