import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The shares of a patent's owners are complete.
  static let patentShares = Check(
    "patent-shares",
    demand: Phrase(
      en: "Where shares are named there is one for each owner, and they make 100 percent.",
      zh: "填写权利份额的，须与权利人一一对应且合计为 100%。"
    ),
    severity: .error,
    each: Patent.self
  ) { record, _ in
    guard let shares = record[Patent.shares] else { return [] }
    let owners = record[Patent.owners]?.count ?? 0
    let decimals = shares.map(\.decimals).max() ?? 0
    let scaled = shares.map { $0.scaled(to: decimals) ?? 0 }
    let whole = DecimalNumber(units: 100).scaled(to: decimals)
    var findings: [Finding] = []
    if shares.count != owners {
      findings.append(
        Finding(
          record,
          Phrase(
            en: "there are \(owners) owners and \(shares.count) shares",
            zh: "权利人 \(owners) 个，份额 \(shares.count) 个"
          ),
          help: Phrase(en: "give one share for each owner, in their order", zh: "请按权利人顺序逐一填写份额")
        )
      )
    }
    let sum = scaled.reduce(Int64(0)) { $0.addingReportingOverflow($1).partialValue }
    if sum != whole || scaled.contains(where: { $0 <= 0 }) {
      let list = shares.map(\.description).joined(separator: " + ")
      findings.append(
        Finding(
          record,
          Phrase(en: "the shares \(list) do not make 100", zh: "份额 \(list) 合计不为 100"),
          help: Phrase(en: "compare them with the contract", zh: "请按约定核对份额")
        )
      )
    }
    return findings
  }

  /// Several owners have a smaller reduction of their annuities than one.
  static let patentReduction = Check(
    "patent-reduction",
    demand: Phrase(
      en: "The reduction for one owner is not had by several (Caishui 2016 No. 78).",
      zh: "共有专利不适用单一专利权人的减缴比例（专利收费减缴办法，财税〔2016〕78号）。"
    ),
    severity: .warning,
    each: Patent.self
  ) { record, _ in reduction(of: record) }

  static func reduction(of patent: Record) -> [Finding] {
    guard let entered = patent[Patent.annuityReduction] else { return [] }
    let owners = patent[Patent.owners]?.count ?? 0
    let allowed = entered.allowed(for: owners)
    guard allowed != entered else { return [] }
    var finding = Finding(
      patent,
      Phrase(
        en:
          "its annuities are reduced by \(entered.percent)%, and it has \(owners) owners, who have \(allowed.percent)%",
        zh: "年费减缴记为 \(entered.percent)%，但有 \(owners) 个专利权人，应为 \(allowed.percent)%"
      ),
      help: Phrase(
        en:
          "set annuityReduction=\(allowed.rawValue), or correct the owners; fees are computed by it already",
        zh: "请改为 annuityReduction=\(allowed.rawValue) 或更正专利权人；费用已按此计算"
      )
    )
    finding.field = Patent.annuityReduction.definition
    return [finding]
  }
}
