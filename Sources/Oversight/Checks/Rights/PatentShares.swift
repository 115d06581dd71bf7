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
}
