import Ledger
import Portfolio
import Synchronization

/// Who facts belong to: known by number, so that sums and judgements need no look at ids.
final class Party: Sendable {
  let id: RecordID
  let number: Int
  /// The record, where the ledger has it.
  let record: Record?

  init(_ id: RecordID, number: Int, _ record: Record?) {
    self.id = id
    self.number = number
    self.record = record
  }
}

/// The parties of a round, numbered in the order in which they were first asked for.
final class Parties: Sendable {
  private let enterprises: Table
  private let known = Mutex<[RecordID: Party]>([:])

  init(_ enterprises: Table) {
    self.enterprises = enterprises
  }

  /// The party of an id, whether the ledger has its record or not.
  subscript(id: RecordID) -> Party {
    known.withLock { known in
      if let party = known[id] { return party }
      let party = Party(id, number: known.count, enterprises[id])
      known[id] = party
      return party
    }
  }
}

/// What is known of some parties.
struct PartyTable<Value> {
  private var values: [Value?] = []

  subscript(party: Party) -> Value? {
    get { party.number < values.count ? values[party.number] : nil }
    set {
      while values.count <= party.number { values.append(nil) }
      values[party.number] = newValue
    }
  }
}
