import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct KindsTests {
  private static let kinds = Kinds.catalog.schemas.map(\.kind)

  private func schema(_ kind: String) throws -> Schema {
    try #require(Kinds.catalog[kind])
  }

  @Test func `no two kinds share a name, a file or a label`() {
    let schemas = Kinds.catalog.schemas
    #expect(schemas.count >= 24)
    #expect(Set(schemas.map(\.kind)).count == schemas.count)
    #expect(Set(schemas.map(\.file)).count == schemas.count)
    for schema in schemas {
      #expect(schema.file.hasSuffix(".jsonl"))
      #expect(schema.file != Commit.file)
      #expect(schema.kind.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) })
      let stem = String(schema.file.dropLast(6))
      for typed in [schema.kind, stem, schema.label.en, schema.label.zh] {
        #expect(Kinds.catalog.schema(named: typed)?.kind == schema.kind, "\(typed)")
      }
    }
  }

  @Test(arguments: kinds)
  func `no two fields of a kind are called the same in any language`(kind: String) throws {
    let schema = try schema(kind)
    var owners: [String: String] = [:]
    for field in schema.fields {
      for spelling in field.spellings {
        let other = owners.updateValue(field.name, forKey: Folding.key(spelling))
        #expect(other == nil || other == field.name, "\(spelling)")
        #expect(schema.field(named: spelling) === field, "\(spelling)")
      }
    }
    #expect(Set(schema.fields.map(\.name)).count == schema.fields.count)
  }

  @Test(arguments: kinds)
  func `every kind and field is named and explained in both languages`(kind: String) throws {
    let schema = try schema(kind)
    let isHan = { (scalar: Unicode.Scalar) in (0x4E00...0x9FFF).contains(scalar.value) }
    let labels = [schema.label] + schema.fields.map(\.label)
    let meanings = [schema.meaning] + schema.fields.map(\.meaning)
    for phrase in labels + meanings + schema.fields.map(\.type.expectation) {
      #expect(!Folding.trim(phrase.en).isEmpty)
      #expect(phrase.zh.unicodeScalars.contains(where: isHan))
    }
    for label in labels { #expect(!label.en.unicodeScalars.contains(where: isHan)) }
    for field in schema.fields {
      #expect(field.meaning.en.hasSuffix("."))
      #expect(field.meaning.zh.hasSuffix("。"))
    }
  }

  @Test(arguments: kinds)
  func `references lead to kinds that exist`(kind: String) throws {
    for field in try schema(kind).fields {
      guard let referred = field.referredKind else { continue }
      #expect(Kinds.catalog[referred] != nil, "\(field.name) refers to \(referred)")
    }
  }

  @Test(arguments: kinds)
  func `names, identities and keys are fields of the kind`(kind: String) throws {
    let schema = try schema(kind)
    let fields = Set(schema.fields.map { ObjectIdentifier($0) })
    #expect(schema.names.allSatisfy { fields.contains(ObjectIdentifier($0)) })
    for identity in schema.identities {
      #expect(!identity.isEmpty)
      #expect(identity.allSatisfy { fields.contains(ObjectIdentifier($0)) })
    }
    #expect(schema.distinctions.allSatisfy { fields.contains(ObjectIdentifier($0)) })
    switch schema.key {
    case .field(let field, _): #expect(fields.contains(ObjectIdentifier(field)))
    case .joined(let parts):
      #expect(!parts.isEmpty)
      // An id cannot be made of what may be missing.
      #expect(parts.allSatisfy { fields.contains(ObjectIdentifier($0)) && $0.isRequired })
    case .generated(let prefix): #expect(!prefix.isEmpty)
    case .chosen: break
    }
  }

  @Test(arguments: kinds)
  func `no field hides the member that ends a record`(kind: String) throws {
    #expect(try schema(kind).slot(named: Array(RecordReader.removed.utf8)) == nil)
  }

  @Test(arguments: kinds)
  func `every choice can be typed by its code and by its names`(kind: String) throws {
    for field in try schema(kind).fields {
      var type = field.type
      if case .list(let element) = type.form { type = element }
      guard case .choice(let choices) = type.form else { continue }
      #expect(Set(choices.map(\.code)).count == choices.count)
      for choice in choices {
        #expect(type.check(.string(choice.code)) == nil)
        for typed in [choice.code, choice.label.en, choice.label.zh] + choice.also {
          guard case .success(let value) = type.parse(typed) else {
            Issue.record("\(field.name): \(typed) is refused")
            continue
          }
          #expect(value == .string(choice.code), "\(field.name): \(typed)")
        }
      }
    }
  }
}
