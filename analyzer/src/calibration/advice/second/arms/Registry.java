package arms;

/** The workloads by id. */
final class Registry {
  static Bench create(String id) {
    Bench bench =
        switch (id) {
          case "W01" -> new Waiting.W01();
          case "W02" -> new Waiting.W02();
          case "W03" -> new Waiting.W03();
          case "W04" -> new Waiting.W04();
          case "W05" -> new Waiting.W05();
          case "W06" -> new Waiting.W06();
          case "W07" -> new Waiting.W07();
          case "W08" -> new Locking.W08();
          case "W09" -> new Waiting.W09();
          case "W10" -> new Waiting.W10();
          case "W11" -> new Locking.W11();
          case "W12" -> new Computing.W12();
          case "W13" -> new Computing.W13();
          case "W14" -> new Locking.W14();
          case "W15" -> new Computing.W15();
          case "W16" -> new Computing.W16();
          case "W17" -> new Computing.W17();
          case "W18" -> new Computing.W18();
          case "W19" -> new Computing.W19();
          case "W20" -> new Computing.W20();
          case "W21" -> new Locking.W21();
          case "W22" -> new Locking.W22();
          case "W23" -> new Locking.W23();
          case "W24" -> new Locking.W24();
          case "W25" -> new Locking.W25();
          case "W26" -> new Locking.W26();
          case "W27" -> new Computing.W27();
          case "W28" -> new Waiting.W28();
          case "W29" -> new Waiting.W29();
          case "W30" -> new Waiting.W30();
          case "W31" -> new Computing.W31();
          case "W32" -> new Computing.W32();
          case "W33" -> new Locking.W33();
          case "W34" -> new Waiting.W34();
          default -> throw new IllegalArgumentException(id);
        };
    bench.id = id;
    return bench;
  }
}
