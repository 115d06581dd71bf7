import Awards
import Foundation
import JSONLines
import Ledger
import Portfolio
import Testing

// What the rows and the examples are made of.
extension CityPoliciesTests {
  static let famous = "china-famous-brand-product"
  static let gdProduct = "guangdong-famous-brand-product"
  static let gdMark = "guangdong-famous-trademark"

  /// An enterprise of the policy's area with three brands, and the titles that no ledger has from the start.
  static func base(_ policy: String) -> String {
    let areas = ["haikou-2008": "海口市", "jinghu-2016": "镜湖区", "xiangzhou-2011": "香洲区"]
    let area = areas[policy] ?? "某地"
    let titles = [
      (gdProduct, "provincial", "product"), (gdMark, "provincial", "trademark"),
      ("hainan-famous-brand-product", "provincial", "product"),
      ("hainan-famous-trademark", "provincial", "trademark"),
      ("ezhou-quality-award", "municipal", "quality-prize"),
      ("hubei-changjiang-quality-award", "provincial", "quality-prize"),
      ("hubei-famous-brand-product", "provincial", "product"),
      ("anhui-famous-trademark", "provincial", "trademark"),
      ("wuhu-known-trademark", "municipal", "trademark"),
    ].map { id, level, family in
      #"{"kind":"scheme","id":"\#(id)","name":"\#(id)","level":"\#(level)","family":"\#(family)"}"#
    }
    let known = (Reference.lines(for: Scheme.schema) ?? "").split(separator: "\n").map {
      #"{"kind":"scheme","# + $0.dropFirst()
    }
    let brands = ["b1", "b2", "b3"].map {
      #"{"kind":"brand","id":"\#($0)","name":"\#($0)","owner":"e1"}"#
    }
    let enterprise =
      #"{"kind":"enterprise","id":"e1","name":"甲公司","type":"company","status":"operating","#
      + #""area":"\#(area)","taxArea":"\#(area)"}"#
    return (known + titles + brands + [enterprise]).joined(separator: "\n") + "\n"
  }

  static func fen(_ amount: String) -> Int64 { Money(typed: amount)?.fen ?? 0 }

  static func tax(_ year: Int, _ amount: String) -> String {
    #"{"kind":"enterprise-year","id":"e1/\#(year)","enterprise":"e1","year":\#(year),"taxFen":\#(fen(amount))}"#
      + "\n"
  }

  static func wellKnown(_ day: String, _ route: String) -> String {
    Sample.title("a", "well-known-trademark", day, more: #","route":"\#(route)""#)
  }

  /// An earlier title of the first brand and what was paid for it.
  static func paid(
    _ policy: String,
    _ year: Int,
    _ amount: String,
    _ clause: String,
    _ scheme: String,
    _ level: String,
    payer: String? = nil
  ) -> String {
    let fact = "old-\(year)"
    let payer = payer.map { #","payer":"\#($0)""# } ?? ""
    return (payer.isEmpty ? Sample.title(fact, scheme, "\(year)-01-01") : "")
      + #"{"kind":"award","id":"paid-\#(year)","policy":"\#(policy)","year":\#(year),"recipient":"e1","#
      + #""amountFen":\#(fen(amount)),"state":"paid","clause":"\#(policy)/\#(clause)","#
      + #""claim":"\#(policy)/\#(clause)#\#(fact)","facts":["\#(fact)"],"object":"b1","#
      + #""level":"\#(level)","sealedOn":"\#(year)-12-01"\#(payer)}"# + "\n"
  }

  static func application(_ policy: String, _ more: String) -> String {
    #"{"kind":"application","id":"app","enterprise":"e1","policy":"\#(policy)",\#(more)}"# + "\n"
  }

  /// An amount that people decided since the policy's own was not seen.
  static func decided(_ policy: String, _ fact: String, _ amount: String) -> String {
    application(policy, #""fact":"\#(fact)","decidedFen":\#(fen(amount)),"reason":"示例""#)
  }

  static func applied(_ day: String) -> String {
    application("nanjing-2019", #""appliedOn":"\#(day)","pledges":["credit"]"#)
  }

  /// What 海口 has the enterprise state.
  static let stated = application("haikou-2008", #""pledges":["节能减排措施","知识产权管理制度"]"#)

  static let haikouTitle =
    Sample.title("a", "hainan-famous-brand-product", "2009-06-01") + stated + tax(2009, "50万元")

  static func offence(_ day: String) -> String {
    #"{"kind":"incident","id":"i","enterprise":"e1","date":"\#(day)","category":"tax","severity":"minor"}"#
      + "\n"
  }

  static func file(_ name: String) throws -> PolicyFile {
    let path = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("data/policies/\(name).jsonl")
    return PolicyFile.read([UInt8](try Data(contentsOf: path)), fileName: name + ".jsonl")
  }

  /// Computes the round of an example over its own records, and the titles that every ledger has.
  static func round(of example: PolicyExample, _ file: PolicyFile) throws -> Round {
    var drafts = file.drafts
    for fact in example.facts {
      let named = fact["record"] == nil ? "kind" : "record"
      let schema = try #require(Kinds.catalog[fact[named]?.string ?? ""], "\(example.name)")
      var draft = Draft(schema)
      for member in fact.members ?? [] where member.key != named {
        let slot = try #require(schema.slot(named: Array(member.key.utf8)), "\(member.key)")
        draft[schema.fields[slot]] = member.value
      }
      drafts.append(draft)
    }
    let ids = Set(drafts.compactMap(\.id))
    drafts += try Sample.drafts(base("")).filter { draft in
      draft.schema === Scheme.schema && draft.id.map { !ids.contains($0) } ?? false
    }
    let snapshot = Snapshot(Kinds.catalog, drafts: drafts)
    return try Round(
      year: example.year,
      policies: [example.policy],
      book: try PolicyBook(snapshot),
      snapshot: snapshot,
      traces: .all
    )
  }
}
