import Bilingual
public import Ledger

/// The legal periods of a ledger, each with its versions, chosen by the date of the event.
///
/// The versions of one term share its name: the id is the name, or the name with a mark that begins
/// with a digit behind `-`, `@` or `/`, as in `case-decision` and `case-decision-2027`.
public struct LegalTerms: Sendable {
  private struct Version {
    let record: Record
    let term: LegalTerm?
    let from: Day?
    let until: Day?
  }

  private let versions: [RecordID: [Version]]

  /// Takes the terms of a ledger.
  ///
  /// - Parameter snapshot: The ledger.
  /// - Throws: ``Diagnostics`` where its terms cannot be read.
  public init(_ snapshot: Snapshot) throws {
    self.init(try snapshot.table(Term.self).records)
  }

  /// Takes terms.
  ///
  /// - Parameter records: Records of kind `term`.
  public init(_ records: [Record]) {
    versions = Dictionary(
      grouping: records.map { record in
        Version(
          record: record,
          term: LegalTerm(record),
          from: record[Term.inForceFrom]?.first,
          until: record[Term.inForceUntil]?.last
        )
      }
    ) { RecordID(Self.name(of: $0.record.id)) }
  }

  /// The names of the terms, in order.
  public var names: [String] { versions.keys.map(\.text).sorted() }

  /// Returns the name that the versions of a term share.
  ///
  /// - Parameter id: The id of one version.
  /// - Returns: The name.
  public static func name(of id: RecordID) -> String {
    var name = Substring(id.text)
    while let separator = name.lastIndex(where: { "-@/".contains($0) }) {
      guard let mark = name[separator...].dropFirst().unicodeScalars.first,
        ("0"..."9").contains(mark)
      else { break }
      name = name[..<separator]
    }
    return String(name)
  }

  /// Returns the right to which a term belongs, whichever its version.
  ///
  /// - Parameter name: The name of the term.
  /// - Returns: The right; `nil` where there is no such term, or it is of another law.
  public func right(of name: String) -> RightType? {
    versions[RecordID(name)]?.lazy.compactMap(\.term?.right).first
  }

  /// Returns the version of a term that is law on a day.
  ///
  /// - Parameters:
  ///   - name: The name of the term.
  ///   - event: The day of the event that starts it.
  /// - Returns: The version.
  /// - Throws: A ``Diagnostic`` where the ledger has no version, two, or one that cannot be read.
  public func term(_ name: String, on event: Day) throws(Diagnostic) -> LegalTerm {
    let inForce = (versions[RecordID(name)] ?? []).filter { version in
      (version.from.map { $0 <= event } ?? true) && (version.until.map { event <= $0 } ?? true)
    }
    guard let version = inForce.first else { throw missing(name, on: event) }
    guard inForce.count == 1 else {
      let ids = inForce.map(\.record.id.text)
      throw Diagnostic(
        "term-overlap",
        Phrase(
          en:
            "on \(event) several versions of the term '\(name)' are in force: \(ids.joined(separator: ", "))",
          zh: "\(event) 有多个版本的期限“\(name)”同时施行：\(ids.joined(separator: "、"))"
        ),
        help: Phrase(en: "end the older one with inForceUntil", zh: "请为旧版本填写失效日期（inForceUntil）"),
        at: version.record.place
      )
    }
    guard let term = version.term else {
      throw Diagnostic(
        "term-unreadable",
        Phrase(
          en: "the term '\(version.record.id)' has no length that can be read",
          zh: "期限“\(version.record.id)”的长度无法识别"
        ),
        help: Phrase(en: "write lengths as 10y, 3m, 30d or 15wd", zh: "长度写作 10y、3m、30d 或 15wd"),
        at: version.record.place
      )
    }
    return term
  }

  private func missing(_ name: String, on event: Day) -> Diagnostic {
    Diagnostic(
      "term-missing",
      Phrase(
        en: "the ledger has no term '\(name)' that is in force on \(event)",
        zh: "账本中没有在 \(event) 施行的期限“\(name)”"
      ),
      help: Phrase(
        en:
          "add a record of kind term with the id \(name), its length and the days between which it is law",
        zh: "请添加编号为 \(name) 的法定期限记录，写明长度和施行期间"
      ),
      severity: .warning
    )
  }
}
