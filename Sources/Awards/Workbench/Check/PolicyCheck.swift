public import Bilingual
public import JSONLines
public import Ledger
import Portfolio

/// Everything that is wrong with policies, or deserves a look, before anybody is paid by them.
public struct PolicyCheck: Sendable {
  /// Something that was not looked at, and why.
  public struct Omission: Hashable, Sendable {
    /// What it is about.
    public let place: Place?
    /// What was not looked at, and why.
    public let reason: Phrase
  }

  /// What was found, by file, line and column.
  public let findings: [Diagnostic]
  /// What was not analysed; nothing is passed over without a word.
  public let omissions: [Omission]
  /// Whether a file cannot be imported as it is.
  public let isRefused: Bool

  /// Checks policies.
  ///
  /// - Parameters:
  ///   - source: The policies.
  ///   - snapshot: The ledger that knows titles and other policies; `nil` where there is none.
  /// - Throws: ``Diagnostics`` where a file of the ledger cannot be read.
  public init(_ source: PolicySource, against snapshot: Snapshot?) throws {
    let ids = Set(source.policies.map(\.id))
    let others = try snapshot?.table(Policy.self).records.filter { !ids.contains($0.id) } ?? []
    let schemes = try snapshot?.table(Scheme.self)
    let book = source.book(schemes: schemes, besides: source.isFile ? others : [])
    let told = book.findings.map { finding in
      var finding = finding
      finding.excerpt = source.excerpt(of: finding.place)
      return finding
    }
    isRefused = source.hasErrors
    let sound = isRefused ? [] : Set(book.policies).intersection(ids)
    let asksForMarks = book.ruleSets.flatMap(\.values).contains { rule in
      rule.valuation?.selection.codes(of: Membership.mark.definition.name) != nil
    }
    var desk = CheckDesk(
      source: source,
      sets: book.ruleSets.filter { sound.contains($0.id) },
      policies: source.policies + (source.isFile ? others : []),
      schemes: schemes,
      enterprises: try snapshot?.table(Enterprise.self),
      trademarks: asksForMarks ? try snapshot?.table(Trademark.self) : nil,
      towns: try snapshot?.table(Town.self)
    )
    for policy in source.policies where !sound.contains(policy.id) {
      desk.omit(
        source.hasAllPolicies
          ? Phrase(
            en:
              "\(policy.id): the clauses were not compared with each other, since there are errors",
            zh: "\(policy.id)：因存在错误，未对条款进行相互分析"
          )
          : Phrase(
            en:
              "\(policy.id): clauses and versions were not compared with each other, since there are "
              + "errors",
            zh: "\(policy.id)：因存在错误，未对条款和版本进行相互分析"
          ),
        of: policy
      )
    }
    desk.checkAll()
    var findings: [Diagnostic] = []
    let examples = source.readExamples().faults
    for finding in source.faults + examples + told + desk.findings where !findings.contains(finding)
    {
      findings.append(finding)
    }
    self.findings = findings.sorted(by: PolicyBook.comesFirst)
    omissions = desk.omissions
  }

  /// Tells whether a finding is an error that no decision of a city can mean.
  ///
  /// - Parameter finding: A finding.
  /// - Returns: Whether it is a figure that facts do not have, a bracket or unit that leaves nobody, a key of the
  ///   procedure that is none, or a policy that replaces itself.
  public static func isMistake(_ finding: Diagnostic) -> Bool {
    let names = ["bad-argument", "empty-bracket", "unknown-key", "version-unlinked"]
    return finding.severity == .error && names.contains(finding.name)
  }

  /// Returns the check in the shape that other programs may rely on.
  ///
  /// - Parameter language: The language of messages.
  /// - Returns: One object with `findings` and `notAnalysed`.
  public func json(in language: Language) -> JSONValue {
    func place(_ place: Place?) -> [JSONMember] {
      func number(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }
      return [
        JSONMember("file", place.map { .string($0.file) } ?? .null),
        JSONMember("line", number(place?.line)),
        JSONMember("column", number(place?.column)),
        JSONMember("offset", number(place?.offset)),
      ]
    }
    let found = findings.map { finding in
      JSONValue.object(
        place(finding.place) + [
          JSONMember("name", .string(finding.name)),
          JSONMember("severity", .string(finding.severity.rawValue)),
          JSONMember("message", .string(finding.message[language])),
          JSONMember("help", finding.help.map { .string($0[language]) } ?? .null),
        ]
      )
    }
    let omitted = omissions.map { omission in
      JSONValue.object(
        place(omission.place) + [JSONMember("reason", .string(omission.reason[language]))]
      )
    }
    return .object([
      JSONMember("findings", .array(found)), JSONMember("notAnalysed", .array(omitted)),
    ])
  }
}
