import Foundation
import Ledger
import Portfolio
import TestSupport
import Testing

struct ReferenceTownTests {
  @Test func `there are nine towns and nine zones with codes and three places without`() throws {
    let towns = try reference(Town.self)
    let coded = towns.filter { $0[Town.code] != nil }
    #expect(coded.filter { $0[Town.type] == .town }.count == 9)
    #expect(coded.filter { $0[Town.type] == .zone }.count == 9)
    #expect(coded.allSatisfy { $0[Town.code] == $0.id.text })
    let others = towns.filter { $0[Town.code] == nil }
    #expect(others.map { $0[Town.name] } == ["寅阳镇", "近海镇", "启隆乡"])
  }

  @Test func `天汾 is found as a part of 吕四港镇 with its doubt`() throws {
    let town = try #require(try reference(Town.self).first { $0[Town.name] == "吕四港镇" })
    #expect(town[Town.formerNames]?.contains("天汾镇") == true)
    #expect(town[CommonField.note]?.contains("批复未见") == true)
  }

  @Test func `no name leads to two places`() throws {
    let names = try reference(Town.self).flatMap {
      [$0[Town.name] ?? ""] + ($0[Town.formerNames] ?? [])
    }
    #expect(Set(names).count == names.count)
  }

  @Test(.enabled(if: Shared.data != nil))
  func `codes and names are those of the statistical list`() throws {
    let path = try #require(Shared.data) + "/divisions/qidong_streets.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let listed = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",").prefix(2).map { $0.filter { $0 != "\"" } }
    }
    let ours = try reference(Town.self).compactMap { town in
      town[Town.code].map { [$0, town[Town.name] ?? ""] }
    }
    #expect(ours == listed)
  }
}
