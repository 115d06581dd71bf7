import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Members use a mark that is theirs to use, while it is registered.
  static let membershipOutsideMark = Check(
    "membership-outside-mark",
    demand: Phrase(
      en: "A membership is in a collective or certification mark and within its term.",
      zh: "成员关系须属于集体商标或证明商标，授权不得超出其专用期。"
    ),
    severity: .error,
    each: Membership.self
  ) { record, audit in
    guard let mark = try audit.snapshot.table(Trademark.self)[record[Membership.mark]] else {
      return []
    }
    let name = mark[Trademark.mark] ?? mark.id.text
    var findings: [Finding] = []
    if let kind = mark[Trademark.kind], kind == .ordinary {
      findings.append(
        Finding(
          record,
          Phrase(en: "'\(name)' is an ordinary mark", zh: "“\(name)”为普通商标"),
          help: Phrase(
            en: "only collective and certification marks have members; check the mark's kind",
            zh: "仅集体商标和证明商标有成员；请核对商标种类"
          )
        )
      )
    }
    if let from = record[Membership.authorisedFrom],
      let registered = mark[Trademark.registeredOn], from.last < registered.first
    {
      findings.append(
        Finding(
          record,
          Phrase(
            en: "the authorisation begins on \(from), '\(name)' was registered on \(registered)",
            zh: "授权自 \(from) 起，“\(name)”于 \(registered) 注册"
          ),
          help: Phrase(en: "begin it with the registration", zh: "授权不得早于注册日期")
        )
      )
    }
    let ended = mark[Trademark.endedOn].map { $0.last + -1 }
    let ends = [ended, audit.termEnd(of: mark)].compactMap(\.self)
    if let until = record[Membership.authorisedUntil], let end = ends.min(), until.first > end {
      findings.append(
        Finding(
          record,
          Phrase(
            en: "the authorisation runs until \(until), '\(name)' only until \(end)",
            zh: "授权至 \(until)，“\(name)”仅至 \(end)"
          ),
          help: Phrase(
            en: "end it with the mark, or record the mark's renewal",
            zh: "请将授权截止于商标期满，或登记商标续展"
          )
        )
      )
    }
    return findings
  }
}
