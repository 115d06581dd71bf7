import JSONLines
import Ledger
import Portfolio

/// What is wrong with records that are about to be written into a ledger.
struct RecordFaults {
  private(set) var list: [String] = []

  /// Finds what the importer would refuse or warn about within one record.
  mutating func check(_ record: Record) {
    let schema = record.schema
    let known = Set(schema.fields.map(\.name))
    for member in record.members where !known.contains(member.key) {
      note(record, "\(member.key): no such field")
    }
    for field in schema.fields {
      guard let value = record[field] else {
        if field.isRequired { note(record, "\(field.name): missing") }
        continue
      }
      if value.string?.isEmpty == true { note(record, "\(field.name): empty") }
      if let problem = field.type.check(value) {
        note(record, "\(field.name): \(problem.name)")
      }
    }
  }

  /// Finds ids and identities that two records share.
  mutating func checkDistinct(_ records: [Record]) {
    var ids = Set<RecordID>()
    for record in records where !ids.insert(record.id).inserted {
      note(record, "id: used twice")
    }
    for identity in records.first?.schema.identities ?? [] {
      var seen = Set<[JSONValue?]>()
      for record in records {
        let key = identity.map { record[$0] }
        guard key.contains(where: { $0 != nil }) else { continue }
        if !seen.insert(key).inserted {
          note(record, identity.map(\.name).joined(separator: "+") + ": used twice")
        }
      }
    }
  }

  /// Finds references to records that do not exist.
  mutating func checkReferences(_ record: Record, among ids: [String: Set<RecordID>]) {
    for field in record.schema.fields {
      guard let kind = field.referredKind, let value = record[field] else { continue }
      for text in (value.array ?? [value]).compactMap(\.string)
      where ids[kind]?.contains(RecordID(text)) != true {
        note(record, "\(field.name): \(text) does not exist")
      }
    }
  }

  private mutating func note(_ record: Record, _ fault: String) {
    list.append("\(record.schema.kind) \(record.id): \(fault)")
  }
}

/// Reads every line of a data file, later versions of one id included.
func records(of schema: Schema, in text: String) throws -> [Record] {
  let bytes = Bytes(Array(text.utf8))
  let reader = RecordReader(schema)
  var splitter = LineSplitter(0..<bytes.count)
  var records: [Record] = []
  while let line = bytes.withSpan({ splitter.line($0) }) {
    if case .record(let record) = try reader.read(line, bytes, file: schema.file) {
      records.append(record)
    }
  }
  return records
}

/// The reference records of a kind.
func reference(_ kind: (some Kind).Type) throws -> [Record] {
  try records(of: kind.schema, in: Reference.lines(for: kind.schema) ?? "")
}
