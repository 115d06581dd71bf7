public import Bilingual
public import JSONLines
public import Ledger
import Portfolio

/// What the examples beside policies say about them, and what they would not notice.
public struct PolicyTest: Sendable {
  /// An example, and what came out otherwise than it says.
  public struct Result: Sendable {
    /// What it shows.
    public let name: String
    /// Its policy.
    public let policy: RecordID
    /// Where it stands.
    public let place: Place
    /// What came out otherwise; empty where it holds.
    public let differences: [Phrase]
  }

  /// A clause that no example touches.
  public struct Untouched: Sendable {
    /// Its policy.
    public let policy: RecordID
    /// Its number.
    public let number: String
    /// Where it stands.
    public let place: Place
  }

  /// What became of the changes that were made to the clauses, each by itself.
  public struct Survey: Sendable {
    /// How many an example noticed.
    public let noticed: Int
    /// How many the reading of the policy refused, so that they cannot slip in.
    public let refused: Int
    /// Those that neither noticed.
    public let survivors: [Alteration]

    /// How many were made.
    public var count: Int { noticed + refused + survivors.count }
  }

  /// The examples in the order of the file.
  public let results: [Result]
  /// The clauses that no example touches, in the order of the file.
  public let untouched: [Untouched]
  /// What became of altered clauses; `nil` where none were to be altered, or an example fails.
  public let survey: Survey?

  /// Runs the examples of a file.
  ///
  /// - Parameters:
  ///   - source: The policies of a file, with their examples.
  ///   - altering: Whether each clause is changed in turn, to see which changes no example notices.
  /// - Throws: ``Diagnostics`` with everything that is wrong with the file or with an example.
  public init(_ source: PolicySource, altering: Bool = false) throws {
    let (cases, found) = source.readExamples()
    let faults = source.faults.filter { $0.severity == .error } + found
    guard faults.isEmpty else { throw Diagnostics(faults) }
    let book = source.book(schemes: nil)
    var touched: Set<RecordID> = []
    var results: [Result] = []
    for example in cases {
      let book = example.book(source, book)
      let round = try example.round(source, book)
      for step in round.claims.flatMap(\.trace) where step.verdict.isTouch {
        touched.insert(step.clause)
      }
      results.append(
        Result(
          name: example.example.name,
          policy: example.example.policy,
          place: example.example.place,
          differences: example.differences(in: round, source, book)
        )
      )
    }
    self.results = results
    untouched = source.clauses.filter { !touched.contains($0.id) }.map { clause in
      Untouched(
        policy: clause[Clause.policy] ?? "",
        number: clause[Clause.number] ?? clause.id.text,
        place: clause.place
      )
    }
    let holds = results.allSatisfy(\.differences.isEmpty)
    survey = altering && holds ? Survey(source, cases) : nil
  }

  /// Whether an example fails, a clause is not touched, or an alteration survives.
  public var hasFindings: Bool {
    results.contains { !$0.differences.isEmpty } || !untouched.isEmpty
      || survey.map { !$0.survivors.isEmpty } ?? false
  }
}

extension PolicyTest.Survey {
  init(_ source: PolicySource, _ cases: [ExampleCase]) {
    var noticed = 0
    var refused = 0
    var survivors: [Alteration] = []
    // The example that noticed the last change is the likeliest to notice the next one.
    var order = Array(cases.indices)
    for alteration in Alteration.all(of: source) {
      let altered = alteration.applied(to: source)
      let book = altered.book(schemes: nil)
      guard book.policies.contains(alteration.policy) else {
        refused += 1
        continue
      }
      let place = order.firstIndex { index in
        let example = cases[index]
        guard example.example.policy == alteration.policy || !example.policies.isEmpty else {
          return false
        }
        let book = example.book(altered, book)
        // A round that cannot be computed is noticed.
        guard let round = try? example.round(altered, book) else { return true }
        return !example.differences(in: round, source, book).isEmpty
      }
      if let place {
        order.insert(order.remove(at: place), at: 0)
        noticed += 1
      } else {
        survivors.append(alteration)
      }
    }
    self.init(noticed: noticed, refused: refused, survivors: survivors)
  }
}

extension PolicyTest {
  /// Returns the test in the shape that other programs may rely on.
  ///
  /// - Parameter language: The language of differences.
  /// - Returns: One object.
  public func json(in language: Language) -> JSONValue {
    func line(_ place: Place) -> JSONMember {
      JSONMember("line", place.line.map { .integer(Int64($0)) } ?? .null)
    }
    let examples = results.map { result in
      JSONValue.object([
        JSONMember("example", .string(result.name)),
        JSONMember("policy", .string(result.policy.text)),
        JSONMember("file", .string(result.place.file)),
        line(result.place),
        JSONMember("passed", .boolean(result.differences.isEmpty)),
        JSONMember("differences", .array(result.differences.map { .string($0[language]) })),
      ])
    }
    let clauses = untouched.map { clause in
      JSONValue.object([
        JSONMember("policy", .string(clause.policy.text)),
        JSONMember("clause", .string(clause.number)),
        line(clause.place),
      ])
    }
    let survey = survey.map { survey in
      JSONValue.object([
        JSONMember("count", .integer(Int64(survey.count))),
        JSONMember("noticed", .integer(Int64(survey.noticed))),
        JSONMember("refused", .integer(Int64(survey.refused))),
        JSONMember(
          "survivors",
          .array(
            survey.survivors.map { alteration in
              .object([
                JSONMember("clause", .string(alteration.number)),
                line(alteration.place),
                JSONMember("change", .string(alteration.change[language])),
              ])
            }
          )
        ),
      ])
    }
    return .object([
      JSONMember("examples", .array(examples)),
      JSONMember("untouched", .array(clauses)),
      JSONMember("alterations", survey ?? .null),
    ])
  }
}
