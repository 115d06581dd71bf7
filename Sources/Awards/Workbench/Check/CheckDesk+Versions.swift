import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Gaps and overlaps between the versions of a line of policies, and versions that do not exist.
  mutating func checkVersions() {
    let own = Set(source.policies.map(\.id))
    for record in source.policies { checkReplaced(record) }
    let policyLines = PolicyLines(policies)
    let lines = policyLines.lines
    checkNames(lines)
    for line in lines where line.contains(where: { own.contains($0.record.id) }) {
      func culprit(_ before: RecordID, _ after: RecordID) -> Record? {
        let id = [after, before].first(where: own.contains)
        return line.first { $0.record.id == id }?.record
      }
      for gap in PolicyLines.gaps(in: line) {
        guard let culprit = culprit(gap.before, gap.after) else { continue }
        report(Self.gap(gap), of: culprit)
      }
      for (index, after) in line.enumerated() {
        for before in line.prefix(index) {
          guard let culprit = culprit(before.record.id, after.record.id),
            let days = Self.overlap(before, after, policyLines)
          else { continue }
          report(Self.overlap(before, after, days), of: culprit)
        }
        if let (skipped, common) = Self.skipped(by: after, after: line.prefix(index), policyLines),
          let culprit = culprit(skipped.record.id, after.record.id)
        {
          report(Self.unlinked(skipped, after, common), of: culprit)
        }
        guard after.governsNothing else { continue }
        let later = line.first { other in
          other.record.id != after.record.id && after.until == other.start + -1
        }
        let id = after.record.id
        // Two that begin on one day were told as an overlap.
        if later?.from != after.from, let culprit = culprit(later?.record.id ?? id, id) {
          report(Self.overtaken(after, by: later), of: culprit)
        }
      }
    }
  }

  /// The days on which two versions of a line both say that they hold, the one that begins sooner first.
  ///
  /// One that replaces the other takes its facts over from its own first day, so that only what the
  /// other still claims once it is in force contradicts it.
  private static func overlap(
    _ a: PolicyLines.Version,
    _ b: PolicyLines.Version,
    _ lines: PolicyLines
  ) -> (from: Day, until: Day?)? {
    let descends = { (x: PolicyLines.Version, y: PolicyLines.Version) in
      lines.lineage(of: x.record.id).contains(y.record.id)
    }
    if descends(b, a) || descends(a, b) {
      let (older, newer) = descends(b, a) ? (a, b) : (b, a)
      // Where others stand between them, each is told with its neighbour.
      guard newer.record[Policy.replaces]?.contains(older.record.id) == true else { return nil }
      if older.from == newer.from { return (newer.from, older.stated) }
      guard let stated = older.stated, stated >= newer.from else { return nil }
      return (newer.from, stated)
    }
    // What neither replaces is paid by both, as far as no third version ends either.
    guard !a.governsNothing, !b.governsNothing, a.until ?? b.start >= b.start else { return nil }
    return (b.start, [a.until, b.until].compactMap(\.self).min())
  }

  /// The version before one that goes back to the same policy and is not replaced by it, with that policy.
  private static func skipped(
    by after: PolicyLines.Version,
    after earlier: ArraySlice<PolicyLines.Version>,
    _ lines: PolicyLines
  ) -> (PolicyLines.Version, common: RecordID)? {
    // A policy that was split goes on under several names.
    func name(_ version: PolicyLines.Version) -> String? {
      version.record[Policy.name].map(Folding.key)
    }
    let lineage = lines.lineage(of: after.record.id)
    for before in earlier.reversed() {
      let other = lines.lineage(of: before.record.id)
      guard !lineage.contains(before.record.id), !other.contains(after.record.id),
        name(before) == name(after), overlap(before, after, lines) == nil
      else { continue }
      let common = after.record[Policy.replaces]?.first(where: other.contains)
      if let common { return (before, common) }
    }
    return nil
  }

  private static func unlinked(
    _ before: PolicyLines.Version,
    _ after: PolicyLines.Version,
    _ common: RecordID
  ) -> ArgumentFault {
    let (a, b) = (before.record.id, after.record.id)
    return ArgumentFault(
      "version-unlinked",
      Phrase(
        en: "\(b) replaces \(common), and not \(a), which stands between them: what \(a) paid "
          + "does not count for \(b)",
        zh: "\(b) 替代 \(common)，未替代其间的 \(a)：\(a) 已奖励的不计入 \(b)"
      ),
      help: Phrase(
        en: "name \(a) in the 'replaces' of \(b)",
        zh: "请在 \(b) 的 replaces 中写明 \(a)"
      ),
      severity: .warning,
      at: [.key(Policy.replaces.definition.name)]
    )
  }

  private mutating func checkReplaced(_ record: Record) {
    if let own = record[Policy.replaces]?.firstIndex(of: record.id) {
      let fault = ArgumentFault(
        "version-unlinked",
        Phrase(en: "\(record.id) replaces itself", zh: "\(record.id) 以自身为被替代的政策"),
        help: Phrase(
          en: "name the version before it in 'replaces', or leave it out",
          zh: "请在 replaces 中写明前一版本，或删除该项"
        ),
        at: [.key(Policy.replaces.definition.name), .index(own)]
      )
      report(fault, of: record)
    }
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
  private mutating func checkNames(_ lines: [[PolicyLines.Version]]) {
    let names = lines.map { Set($0.map(Self.name)) }
    for (index, line) in lines.enumerated() {
      let others = lines.indices.filter { $0 != index && !names[$0].isDisjoint(with: names[index]) }
      for version in line where source.policies.contains(where: { $0.id == version.record.id }) {
        let rival = others.flatMap { lines[$0] }.first { other in
          Self.name(other) == Self.name(version)
            && (other.from, other.record.id) < (version.from, version.record.id)
            && version.start <= other.until ?? version.start
        }
        if let rival { report(Self.namesake(rival, version), of: version.record) }
      }
    }
  }

  private static func name(_ version: PolicyLines.Version) -> String {
    Folding.key(version.record[Policy.name] ?? version.record.id.text)
  }

  private static func namesake(
    _ before: PolicyLines.Version,
    _ after: PolicyLines.Version
  ) -> ArgumentFault {
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

  /// A version that a later one overtakes: the later governs all of its days.
  private static func overtaken(
    _ version: PolicyLines.Version,
    by later: PolicyLines.Version?
  ) -> ArgumentFault {
    let id = version.record.id
    return ArgumentFault(
      "version-overtaken",
      Phrase(
        en: "\(id) governs no day"
          + (later.map { ": \($0.record.id) governs the facts from \($0.start) on" } ?? ""),
        zh: "\(id) 不适用于任何一日" + (later.map { "：\($0.record.id) 自 \($0.start) 起适用" } ?? "")
      ),
      help: Phrase(
        en: "check 'inForceFrom', 'retroactiveFrom' and 'repealedOn' of both",
        zh: "请核对两者的 inForceFrom、retroactiveFrom 和 repealedOn"
      ),
      severity: .warning,
      at: [.key(Policy.inForceFrom.definition.name)]
    )
  }

  private static func gap(_ gap: PolicyLines.Gap) -> ArgumentFault {
    let (a, b) = (gap.before, gap.after)
    let (from, until) = (gap.days.lowerBound, gap.days.upperBound)
    return ArgumentFault(
      "version-gap",
      Phrase(
        en: "no version is in force from \(from) to \(until), between \(a) and \(b)",
        zh: "\(a) 与 \(b) 之间，\(from) 至 \(until) 没有有效的版本"
      ),
      help: Phrase(
        en: "what happens on those days is undecided and paid by neither; check the dates of both",
        zh: "该期间的事实待定，任何版本均不奖励；请核对两个版本的起止日期"
      ),
      at: [.key(Policy.inForceFrom.definition.name)]
    )
  }

  private static func overlap(
    _ before: PolicyLines.Version,
    _ after: PolicyLines.Version,
    _ days: (from: Day, until: Day?)
  ) -> ArgumentFault {
    let (from, until) = days
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
