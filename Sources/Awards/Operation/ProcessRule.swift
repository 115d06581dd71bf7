import Bilingual
import Ledger

/// An operation that changes no amount: it says how the office goes about an award.
protocol ProcessRule: Operation {
  /// What it says, for the trace.
  var sentence: Phrase { get }
  /// Adds what it says to the procedure of an award.
  func extend(_ procedure: inout Procedure)
}

extension ProcessRule {
  var settlesAlone: Bool { true }

  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope { work.record(index, .applied, sentence) }
  }
}
