public import Bilingual
public import JSONLines
public import Ledger
public import Portfolio

/// What stands between a claim and its payment, and which facts would make it eligible.
public struct Prospect: Sendable {
  /// A clause that keeps the claim from being paid.
  public struct Obstacle: Sendable {
    /// The clause.
    public let clause: RecordID
    /// What is to be done, or what stands in the way.
    public let demand: Phrase
  }

  /// Values that together make the claim eligible, as the engine itself finds.
  public struct Remedy: Sendable {
    /// The values that would have to be so.
    public let changes: [Change]
    /// What would be paid then.
    public let amount: Money
  }

  /// A value that would have to be another.
  public struct Change: Sendable {
    /// The record.
    public let record: RecordID
    /// The field's key.
    public let field: String
    /// The field's name.
    public let label: Phrase
    /// The value as it is; `nil` where it is missing.
    public let before: JSONValue?
    /// The value that was tried.
    public let after: JSONValue
    /// Both values as people read them.
    public let text: Phrase
  }

  /// How far the best of the values that were tried led, where none makes the claim eligible.
  public struct Shortfall: Sendable {
    /// The values that clear what stands first in the way; none where no value does.
    public let changes: [Change]
    /// The clause that stands in the way even then.
    public let clause: RecordID?
    /// Why it does.
    public let reason: Phrase?
  }

  /// The clauses in the way, in the order in which they run.
  public let obstacles: [Obstacle]
  /// The ways that were found; none where no single value of those that were tried helps.
  public let remedies: [Remedy]
  /// How far the best trial led; `nil` where there is a way, and where there was nothing to try.
  public let shortfall: Shortfall?

  /// Looks for what would make a claim eligible.
  ///
  /// - Parameters:
  ///   - claim: A claim with its trace, that is not eligible, unknown or undecided.
  ///   - year: The year of its round.
  ///   - snapshot: The ledger from which it was computed.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  public init(_ claim: Claim, year: Int, _ snapshot: Snapshot) throws {
    let archive = Archive(snapshot: snapshot)
    let search = try RemedySearch(claim, year: year, snapshot)
    let missing = try search.application(for: claim)
    let application = missing?.change.text
    obstacles = try claim.needs.map { need in
      let demand = try Self.demand(of: need, archive)
      // What the application has to say is told once, where it is first asked for.
      guard let application, need.lacksApplication,
        claim.needs.first(where: \.lacksApplication)?.clause == need.clause
      else { return Obstacle(clause: need.clause, demand: demand) }
      return Obstacle(
        clause: need.clause,
        demand: Phrase(en: "\(demand.en): \(application.en)", zh: "\(demand.zh)：\(application.zh)")
      )
    }
    (remedies, shortfall) =
      claim.outcome == .eligible ? ([], nil) : try search.remedies(with: missing)
  }

  private static func demand(of need: Need, _ archive: Archive) throws -> Phrase {
    switch need.kind {
    case .value:
      let values = try need.inputs.filter { $0.value == nil }.map { try archive.need($0).phrase }
      return Phrase(
        en: "supply the " + values.map(\.en).joined(separator: ", and the "),
        zh: "补充" + values.map(\.zh).joined(separator: "、")
      )
    case .decision:
      return Phrase(en: "people have to decide: \(need.demand.en)", zh: "须由人决定：\(need.demand.zh)")
    case .change:
      let wanted = try ClauseWords.arguments(of: need.clause, archive)
      return Phrase(
        en: need.demand.en + wanted.map { "; the clause asks: \($0.en)" }.joined(),
        zh: need.demand.zh + wanted.map { "；条款要求：\($0.zh)" }.joined()
      )
    }
  }

  /// The prospect in the shape that other programs may rely on.
  ///
  /// - Parameter language: The language of demands.
  /// - Returns: One object; amounts in fen.
  public func json(in language: Language) -> JSONValue {
    .object([
      JSONMember(
        "obstacles",
        .array(
          obstacles.map { obstacle in
            .object([
              JSONMember("clause", .string(obstacle.clause.text)),
              JSONMember("demand", .string(obstacle.demand[language])),
            ])
          }
        )
      ),
      JSONMember(
        "remedies",
        .array(
          remedies.map { remedy in
            .object([
              JSONMember(
                "changes",
                .array(
                  remedy.changes.map { change in
                    .object([
                      JSONMember("record", .string(change.record.text)),
                      JSONMember("field", .string(change.field)),
                      JSONMember("before", change.before ?? .null),
                      JSONMember("after", change.after),
                    ])
                  }
                )
              ),
              JSONMember("amountFen", .integer(remedy.amount.fen)),
            ])
          }
        )
      ),
    ])
  }
}
