import Bilingual
import Ledger
import Portfolio

extension Check {
  /// An international registration falls with its basic mark within five years.
  static let madridDependency = Check(
    "madrid-dependency",
    demand: Phrase(
      en:
        "An international registration does not outlive a basic mark that ended while it depended.",
      zh: "基础商标在依附期内失效的，国际注册随之失效。"
    ),
    severity: .warning,
    ledger: { audit in
      let book = try RightBook(audit.snapshot)
      return book.trademarks.records.compactMap { mark in
        guard mark[Trademark.route] == .madrid, book.life(of: mark, on: audit.today).stands,
          let dependency = book.dependency(of: mark, on: audit.today),
          let fell = dependency.fellOn
        else { return nil }
        return Finding(
          mark,
          Phrase(
            en:
              "its basic mark \(dependency.basis.id) ended on \(fell), within the dependency that "
              + "runs until \(dependency.ends.day)",
            zh: "基础商标 \(dependency.basis.id) 于 \(fell) 失效，在依附期（至 \(dependency.ends.day)）内"
          ),
          help: Phrase(
            en:
              "ask whether WIPO has cancelled it and enter 'cancelled'; within three months it can be "
              + "turned into national applications (term madrid-transformation)",
            zh: "请核实国际局是否已注销并登记撤销；自注销起三个月内可转为各国申请（期限 madrid-transformation）"
          )
        )
      }
    }
  )
}
