import Ledger
import Portfolio

/// All facts of one kind that the ledger knows, by whom they belong to and what they are about.
struct History: Sendable {
  private let byRecipient: [RecordID: [Fact]]
  private let byObject: [RecordID: [Fact]]
  private let byTitle: [String: [Fact]]

  init(_ facts: [Fact]) {
    let facts = facts.sorted(by: Fact.precedes)
    byRecipient = Dictionary(grouping: facts) { $0.recipient ?? RecordID("") }
    byObject = Dictionary(grouping: facts) { $0.object ?? RecordID("") }
    byTitle = Dictionary(grouping: facts, by: \.title)
  }

  /// The facts of one recipient by day.
  func facts(of recipient: RecordID?) -> [Fact] {
    recipient.flatMap { byRecipient[$0] } ?? []
  }

  /// The facts about one object by day.
  func facts(about object: RecordID?) -> [Fact] {
    object.flatMap { byObject[$0] } ?? []
  }

  /// The facts by day; titles only of the same sort.
  func all(like fact: Fact) -> [Fact] {
    byTitle[fact.title] ?? []
  }
}
