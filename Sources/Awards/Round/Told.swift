import Ledger
import Portfolio

/// Something of a payout that its record states, or for which its facts are asked when somebody wants it.
enum Told<Value: Sendable>: Sendable {
  case stated(Value)
  case asked(Once<Value>, orElse: Value, Failures)

  var value: Value {
    switch self {
    case .stated(let value): value
    case .asked(let value, let standIn, let failures): failures.value(of: value, or: standIn)
    }
  }
}

extension Told<[RecordID]> {
  /// What the facts that an award names are about, each once.
  static func objects(ofFactsIn award: Record, _ snapshot: Snapshot, _ failures: Failures) -> Self {
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
    return .asked(objects, orElse: [], failures)
  }
}

extension Told<BrandLevel?> {
  /// The highest tier of the titles that an award names among its facts; `nil` where it names none.
  static func tier(ofFactsIn award: Record, _ snapshot: Snapshot, _ failures: Failures) -> Self {
    let tier = Once { () -> BrandLevel? in
      let titles = try snapshot.table(Recognition.self)
      let schemes = try snapshot.table(Scheme.self)
      return (award[Award.facts] ?? [])
        .compactMap { schemes[titles[RecordID($0)]?[Recognition.scheme]]?[Scheme.level] }
        .max { $0.rank < $1.rank }
    }
    return .asked(tier, orElse: nil, failures)
  }
}
