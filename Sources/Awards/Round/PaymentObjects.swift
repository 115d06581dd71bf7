import Ledger
import Portfolio

/// What a payout was for; where its record does not name it, the facts are asked when somebody wants it.
enum PaymentObjects: Sendable {
  case none
  case named(RecordID)
  case told(Once<[RecordID]>, Failures)

  var ids: [RecordID] {
    switch self {
    case .none: []
    case .named(let id): [id]
    case .told(let objects, let failures): failures.value(of: objects, or: [])
    }
  }

  /// What the facts that an award names are about, each once.
  init(ofFactsIn award: Record, _ snapshot: Snapshot, _ failures: Failures) {
    let objects = Once {
      var objects: [RecordID] = []
      for fact in award[Award.facts] ?? [] where fact != award[Award.policy]?.text {
        for kind in FactKind.all {
          guard let record = try snapshot.table(kind.schema)[RecordID(fact)] else { continue }
          let object = kind.object.read(Fact(record, of: kind))
          if let object, !objects.contains(object) { objects.append(object) }
          break
        }
      }
      return objects
    }
    self = .told(objects, failures)
  }
}
