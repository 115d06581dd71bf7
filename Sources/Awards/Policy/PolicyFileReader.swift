import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Reads a policy file line by line, then the rules in it.
struct PolicyFileReader {
  /// The member that says what a line is.
  static let record = "record"
  private static let example = "example"

  private(set) var drafts: [Draft] = []
  private(set) var examples: [PolicyExample] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let bytes: [UInt8]
  private let fileName: String
  private var lines: [RecordID: Line] = [:]
  private(set) var records: [Record] = []
  private var policy: RecordID?
  /// Whether the policy above has no id, so that its clauses cannot have one either.
  private var isUnnamed = false
  private var clauseCount = 0

  init(_ bytes: [UInt8], fileName: String) {
    self.bytes = bytes
    self.fileName = fileName
  }

  mutating func readLines() {
    let bytes = bytes
    var splitter = LineSplitter(0..<bytes.count)
    while let line = splitter.line(bytes.span) {
      do throws(JSONError) {
        var members: [JSONMember] = []
        var scanner = JSONScanner(line.range)
        let span = bytes.span
        try scanner.object(span) { (key, value) throws(JSONError) in
          let name = key.string(in: span) ?? ""
          guard !members.contains(where: { $0.key.utf8.elementsEqual(name.utf8) }) else {
            throw JSONError(.duplicateKey, at: key.start)
          }
          members.append(JSONMember(name, JSONValue(value, in: span)))
        }
        read(members, line)
      } catch {
        diagnostics.append(Diagnostic(error, file: fileName, line: line, bytes.span))
      }
    }
  }

  /// Reads the operations and arguments, and checks the clauses against each other.
  mutating func readRules() {
    let book = PolicyBook(
      policies: records.filter { $0.schema === Policy.schema },
      clauses: records.filter { $0.schema === Clause.schema },
      schemes: nil
    ) { record, path, isKey in
      lines[record.id].map { place(path, isKey: isKey, in: $0) } ?? record.place
    }
    diagnostics += book.findings.map { finding in
      var finding = finding
      let line = lines.values.first { $0.number == finding.place?.line }
      finding.excerpt = line.map { bytes.span.extracting($0.range).text }
      return finding
    }
    diagnostics.sort(by: PolicyBook.comesFirst)
  }

  /// Says that a file without a line that could be read holds nothing.
  mutating func refuseNothing() {
    guard records.isEmpty, examples.isEmpty, diagnostics.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        "policy-file-empty",
        Phrase(en: "the file holds no policy", zh: "文件中没有政策"),
        help: Phrase(
          en: "'brandledger policy help file' shows what one looks like",
          zh: "文件格式见 brandledger policy help file"
        ),
        at: Place(file: fileName)
      )
    )
  }

  private mutating func read(_ members: [JSONMember], _ line: Line) {
    let kinds = [Policy.schema.kind, Clause.schema.kind, Self.example]
    guard let first = members.first, first.key == Self.record, let kind = first.value.string,
      kinds.contains(kind)
    else {
      let path = members.first.map { [PathStep.key($0.key)] } ?? []
      let given = members.first { $0.key == Self.record }?.value.string
      let fault = ArgumentFault(
        "unknown-record",
        Phrase(
          en: "a line begins with \"record\", one of \(kinds.joined(separator: ", "))",
          zh: "每行以 \"record\" 开头，其值为 \(kinds.joined(separator: "、")) 之一"
        ),
        help: given.flatMap { Suggestion.help(for: $0, among: kinds) },
        at: path
      )
      report(fault, line)
      return
    }
    let rest = Array(members.dropFirst())
    switch kind {
    case Policy.schema.kind: readRecord(Policy.schema, rest, line)
    case Clause.schema.kind: readRecord(Clause.schema, rest, line)
    default: readExample(rest, line)
    }
  }

  private mutating func readRecord(_ schema: Schema, _ members: [JSONMember], _ line: Line) {
    var draft = Draft(schema)
    var isRight = true
    for member in members {
      let path = [PathStep.key(member.key)]
      guard let slot = schema.slot(named: Array(member.key.utf8)) else {
        report(.unknownKey(member.key, among: schema.fields.map(\.name), at: path), line)
        isRight = false
        continue
      }
      let field = schema.fields[slot]
      if let problem = field.type.check(member.value) {
        report(ArgumentFault(problem.name, problem.message, at: path), line)
        isRight = false
        continue
      }
      draft[field] = member.value
    }
    if schema === Clause.schema { complete(&draft) }
    let given = Set(members.map(\.key))
    var isWhole = true
    for field in schema.fields
    where field.isRequired && draft[field] == nil && !given.contains(field.name) {
      isWhole = false
      // The policy above is told to have no id, from which its clauses would have theirs.
      let follows = [CommonField.id.definition.name, Clause.policy.definition.name].contains(
        field.name
      )
      if schema === Clause.schema, isUnnamed, follows { continue }
      report(.missing(field), line)
    }
    if schema === Policy.schema {
      policy = draft.id
      isUnnamed = draft.id == nil
      clauseCount = 0
    }
    guard let id = draft.id else { return }
    guard lines[id] == nil else {
      let message = Phrase(en: "the id '\(id)' stands twice", zh: "编号“\(id)”重复")
      report(ArgumentFault("duplicate-id", message, at: []), line)
      return
    }
    lines[id] = line
    // What has errors is read on, so that what refers to it is not told to be wrong as well.
    let isReadable =
      schema === Policy.schema || draft[Clause.number] != nil && draft[Clause.operation] != nil
    guard isWhole || isReadable else { return }
    if isRight, isWhole { drafts.append(draft) }
    if schema === Policy.schema, draft[Policy.inForceFrom] == nil {
      draft[Policy.inForceFrom] = PartialDate(Day(ordinal: 0))
    }
    records.append(draft.record(at: place([], isKey: false, in: line)))
  }

  /// Gives a clause what its place in the file says: its policy, its order, its id.
  private mutating func complete(_ draft: inout Draft) {
    clauseCount += 1
    draft[Clause.policy] = draft[Clause.policy] ?? policy
    draft[Clause.order] = draft[Clause.order] ?? clauseCount
    guard draft.id == nil, let policy = draft[Clause.policy], let number = draft[Clause.number]
    else { return }
    draft.id = RecordID("\(policy)/\(number)")
  }

  private mutating func readExample(_ members: [JSONMember], _ line: Line) {
    var arguments = Arguments(.object(members), at: [], declared: ExampleParameter.all)
    let example = PolicyExample(
      name: arguments.required(ExampleParameter.name),
      policy: arguments.optional(ExampleParameter.policy).map { RecordID($0) } ?? policy ?? "",
      year: arguments.required(ExampleParameter.year),
      facts: arguments.required(ExampleParameter.facts),
      expect: arguments.required(ExampleParameter.expect),
      place: place([], isKey: false, in: line)
    )
    for fault in arguments.faults { report(fault, line) }
    if arguments.faults.isEmpty { examples.append(example) }
  }

  private mutating func report(_ fault: ArgumentFault, _ line: Line) {
    var diagnostic = fault.diagnostic(at: place(fault.path, isKey: fault.isKey, in: line))
    diagnostic.excerpt = bytes.span.extracting(line.range).text
    diagnostics.append(diagnostic)
  }

  /// Finds the line and column of a member.
  private func place(_ path: [PathStep], isKey: Bool, in line: Line) -> Place {
    let offset = MemberLocator(bytes, line).offset(of: path, isKey: isKey)
    let position = Position(of: offset, in: line, bytes.span)
    return Place(file: fileName, line: line.number, column: position.column, offset: offset)
  }
}

/// The members of an example line.
private enum ExampleParameter {
  static let name = Parameter("name", .text, Phrase(en: "What it shows.", zh: "示例说明。"))
  static let policy = Parameter(
    optional: "policy",
    .text,
    Phrase(en: "The policy; the one above where it is left out.", zh: "政策；缺省为上文政策。")
  )
  static let year = Parameter(
    "year",
    .year,
    Phrase(en: "The year of the round.", zh: "奖励年度。")
  )
  static let facts = Parameter(
    "facts",
    .several(.anyObject),
    Phrase(en: "The records that the ledger is to hold.", zh: "台账中的记录。")
  )
  static let expect = Parameter(
    "expect",
    .several(.anyObject),
    Phrase(en: "What must come out.", zh: "应得结果。")
  )
  static let all = [
    name.definition, policy.definition, year.definition, facts.definition, expect.definition,
  ]
}

extension ArgumentFault {
  fileprivate static func missing(_ field: FieldDefinition) -> ArgumentFault {
    ArgumentFault(
      "missing-field",
      Phrase(
        en: "'\(field.name)' is missing: \(field.meaning.en)",
        zh: "缺少“\(field.name)”：\(field.meaning.zh)"
      ),
      at: []
    )
  }
}
