import Ledger
import Portfolio

extension RuleSet {
  /// Days on one of which a policy begins or ends, where the text of the ledger tells no more.
  struct OpenDays {
    let field: FieldDefinition
    let date: PartialDate
    /// The day that is taken, so that what was sealed by it stands.
    let taken: Day
  }

  /// When it begins to govern facts, where that makes a difference.
  ///
  /// A year that is one whole round makes none where nothing governed its facts before: the policy pays that round.
  var openStart: OpenDays? {
    let field =
      record.has(Policy.retroactiveFrom.definition) ? Policy.retroactiveFrom : Policy.inForceFrom
    guard let date = record[field], date.day == nil, date.first == from else { return nil }
    let round = window.days(ofRound: date.year - window.yearOffset)
    if round == date.first...date.last, lineage == [id] { return nil }
    return OpenDays(field: field.definition, date: date, taken: from)
  }

  /// The last days whose facts it governs, where it is not known when in them it ended.
  var openEnd: OpenDays? {
    guard let date = record[Policy.inForceUntil], date.day == nil, date.last == until else {
      return nil
    }
    return OpenDays(field: Policy.inForceUntil.definition, date: date, taken: date.last)
  }
}
