import Ledger
import Portfolio
import Synchronization

/// Who facts belong to; a claim knows the number, so that sums and judgements need no look at ids.
final class Party: Sendable {
  let id: RecordID
  /// The record, where the ledger has it.
  let record: Record?

  init(_ id: RecordID, _ record: Record?) {
    self.id = id
    self.record = record
  }
}

/// The parties of a round, numbered in the order in which they were first asked for.
final class Parties: Sendable {
  private struct Known {
    var numbers: [RecordID: Int32] = [:]
    var parties: [Party] = []
  }

  private let enterprises: Table
  private let known = Mutex(Known())

  init(_ enterprises: Table) {
    self.enterprises = enterprises
  }

  /// The party with a number.
  subscript(number: Int) -> Party {
    known.withLock { $0.parties[number] }
  }

  /// The number of the party of an id, whether the ledger has its record or not.
  func number(of id: RecordID) -> Int {
    Int(numbers(of: [id])[0])
  }

  /// The numbers of the parties of some ids, whose records are read at once; -1 for none.
  func numbers(of ids: [RecordID?]) -> [Int32] {
    known.withLock { known in
      var numbers: [Int32] = []
      numbers.reserveCapacity(ids.count)
      var strangers: [RecordID] = []
      known.numbers.reserveCapacity(known.numbers.count + ids.count)
      for id in ids {
        guard let id else {
          numbers.append(-1)
          continue
        }
        if let number = known.numbers[id] {
          numbers.append(number)
          continue
        }
        let number = Int32(known.parties.count + strangers.count)
        known.numbers[id] = number
        strangers.append(id)
        numbers.append(number)
      }
      for (id, record) in zip(strangers, enterprises.records(of: strangers)) {
        known.parties.append(Party(id, record))
      }
      return numbers
    }
  }
}

/// What is known of some parties, by their numbers.
struct PartyTable<Value> {
  private var values: [Value?] = []

  subscript(number: Int) -> Value? {
    get { number < values.count ? values[number] : nil }
    set {
      if values.count <= number {
        values.append(
          contentsOf: repeatElement(nil, count: max(number + 1, values.count * 2) - values.count)
        )
      }
      values[number] = newValue
    }
  }
}
