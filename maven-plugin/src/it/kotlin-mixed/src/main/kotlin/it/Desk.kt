package it

/** Waits for Java under a lock that all share. */
object Desk {
  private var answers = 0

  @Synchronized
  fun ask(port: Int): Int {
    answers += Wire.send(port)
    return answers
  }
}
