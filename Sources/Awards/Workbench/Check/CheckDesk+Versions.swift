import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A version of a line of policies that replace each other, with the days on which it says it holds.
private struct Version {
  let record: Record
  let from: Day
  /// The first day whose facts it pays, before it came into force where it says so.
  let start: Day
  /// The last day by its own words; `nil` where it names none.
  let until: Day?
  let name: String

  init?(_ record: Record) {
    guard let from = record[Policy.inForceFrom] else { return nil }
    self.record = record
    name = Folding.key(record[Policy.name] ?? record.id.text)
    self.from = from.first
    start = min(from.first, record[Policy.retroactiveFrom]?.first ?? from.first)
    let ends = [
      record[Policy.inForceUntil]?.last, record[Policy.repealedOn].map { $0.first + -1 },
    ]
    until = ends.compactMap(\.self).min()
  }
}

extension CheckDesk {
  /// Gaps and overlaps between the versions of a line of policies, and versions that do not exist.
  mutating func checkVersions() {
    let own = Set(source.policies.map(\.id))
    for record in source.policies { checkReplaced(record) }
    let lines = lines()
    checkNames(lines)
    for versions in lines
    where versions.count > 1 && versions.contains(where: { own.contains($0.record.id) }) {
      for (before, after) in zip(versions, versions.dropFirst()) {
        let isReplaced = after.record[Policy.replaces]?.contains(before.record.id) == true
        let culprit = own.contains(after.record.id) ? after.record : before.record
        if before.from == after.from {
          report(Self.overlap(before, after, from: after.from, until: before.until), of: culprit)
        } else if let until = before.until {
          if until < after.start + -1 {
            report(Self.gap(before, after, from: until + 1), of: culprit)
          } else if until >= after.from {
            report(Self.overlap(before, after, from: after.from, until: until), of: culprit)
          }
        } else if !isReplaced {
          report(Self.overlap(before, after, from: after.from, until: nil), of: culprit)
        }
      }
    }
  }

  private mutating func checkReplaced(_ record: Record) {
    let known = policies.map(\.id)
    guard schemes != nil else { return }
    for (index, id) in (record[Policy.replaces] ?? []).enumerated() where !known.contains(id) {
      let fault = ArgumentFault(
        "unknown-policy",
        Phrase(
          en: "\(record.id) replaces '\(id)', which is not known",
          zh: "\(record.id) 所替代的“\(id)”不存在"
        ),
        help: Suggestion.help(for: id.text, among: known.filter { $0 != record.id }.map(\.text)),
        severity: .warning,
        at: [.key(Policy.replaces.definition.name), .index(index)]
      )
      report(fault, of: record)
    }
  }

  /// Policies of one name that hold at once and do not replace each other: both would pay.
  private mutating func checkNames(_ lines: [[Version]]) {
    let names = lines.map { Set($0.map(\.name)) }
    for (index, line) in lines.enumerated() {
      let others = lines.indices.filter { $0 != index && !names[$0].isDisjoint(with: names[index]) }
      for version in line where source.policies.contains(where: { $0.id == version.record.id }) {
        let rival = others.flatMap { lines[$0] }.first { other in
          other.name == version.name
            && (other.from, other.record.id) < (version.from, version.record.id)
            && version.from <= other.until ?? version.from
        }
        if let rival { report(Self.namesake(rival, version), of: version.record) }
      }
    }
  }

  private static func namesake(_ before: Version, _ after: Version) -> ArgumentFault {
    let (a, b) = (before.record.id, after.record.id)
    return ArgumentFault(
      "version-unlinked",
      Phrase(
        en: "\(a) has the same name and holds from \(after.from) on as well: both pay",
        zh: "\(a) 名称相同，自 \(after.from) 起同时有效，两者都会奖励"
      ),
      help: Phrase(
        en: "if \(b) is a later version, say so by 'replaces'; else give it a name of its own",
        zh: "如 \(b) 是后续版本，请用 replaces 注明；否则请使用不同的名称"
      ),
      severity: .warning,
      at: [.key(Policy.name.definition.name)]
    )
  }

  /// The lines of policies that replace each other, each by its first days.
  private func lines() -> [[Version]] {
    var versions = policies.compactMap(Version.init)
    var lines: [[Version]] = []
    while let first = versions.popLast() {
      var line = [first]
      var hasGrown = true
      while hasGrown {
        hasGrown = false
        for (index, version) in versions.enumerated().reversed()
        where line.contains(where: { Self.isLinked($0.record, version.record) }) {
          line.append(version)
          versions.remove(at: index)
          hasGrown = true
        }
      }
      lines.append(line.sorted { ($0.from, $0.record.id) < ($1.from, $1.record.id) })
    }
    return lines
  }

  private static func isLinked(_ a: Record, _ b: Record) -> Bool {
    a[Policy.replaces]?.contains(b.id) == true || b[Policy.replaces]?.contains(a.id) == true
  }

  private static func gap(_ before: Version, _ after: Version, from: Day) -> ArgumentFault {
    let (a, b, until) = (before.record.id, after.record.id, after.start + -1)
    return ArgumentFault(
      "version-gap",
      Phrase(
        en: "no version is in force from \(from) to \(until), between \(a) and \(b)",
        zh: "\(a) 与 \(b) 之间，\(from) 至 \(until) 没有有效的版本"
      ),
      help: Phrase(
        en: "what happens on those days is paid by neither; check the dates of both",
        zh: "该期间的事实不按任何版本奖励；请核对两个版本的起止日期"
      ),
      at: [.key(Policy.inForceFrom.definition.name)]
    )
  }

  private static func overlap(
    _ before: Version,
    _ after: Version,
    from: Day,
    until: Day?
  ) -> ArgumentFault {
    let (a, b) = (before.record.id, after.record.id)
    return ArgumentFault(
      "version-overlap",
      Phrase(
        en: "\(a) and \(b) both say they are in force from \(from)"
          + (until.map { " to \($0)" } ?? " on"),
        zh: "\(a) 与 \(b) 自 \(from) " + (until.map { "至 \($0) " } ?? "") + "同时有效"
      ),
      help: Phrase(
        en: "end \(a) on the day before \(b) begins, by 'inForceUntil' or 'repealedOn'",
        zh: "请用 inForceUntil 或 repealedOn 使 \(a) 在 \(b) 施行前一日终止"
      ),
      at: [.key(Policy.inForceFrom.definition.name)]
    )
  }
}
