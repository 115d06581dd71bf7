import Bilingual

/// The words that help, manual and reference put around what is declared.
enum Wording {
  static let usage = Phrase(en: "Usage", zh: "用法")
  static let examples = Phrase(en: "Examples", zh: "示例")
  static let arguments = Phrase(en: "Arguments", zh: "参数")
  static let options = Phrase(en: "Options", zh: "选项")
  static let optionsMark = Phrase(en: "OPTIONS", zh: "选项")
  static let globalOptions = Phrase(en: "Global options", zh: "通用选项")
  static let command = Phrase(en: "COMMAND", zh: "命令")
  static let commands = Phrase(en: "Commands", zh: "命令")
  static let exitCodes = Phrase(en: "Exit codes", zh: "退出码")
  static let environment = Phrase(en: "Environment", zh: "环境变量")
  static let help = Phrase(en: "Show this help", zh: "显示本说明")
  static let version = Phrase(en: "Show the version", zh: "显示版本")
  static let helpCommand = Phrase(en: "Show the help of a command", zh: "显示命令的说明")

  static func moreHelp(_ path: [String]) -> Phrase {
    let line = path.joined(separator: " ")
    return Phrase(
      en: "'\(line) COMMAND --help' tells more about a command.",
      zh: "各命令的说明：\(line) 命令 --help"
    )
  }

  static func standsFor(_ option: OptionDeclaration) -> Phrase {
    Phrase(en: "read when \(option.spelling) is not given", zh: "未给出 \(option.spelling) 时读取")
  }

  /// Returns what is to be known about an option beside its help.
  static func notes(on option: OptionDeclaration, _ rules: [OptionRule]) -> [Phrase] {
    var notes: [Phrase] = []
    if option.isRequired { notes.append(Phrase(en: "required", zh: "必填")) }
    if option.isRepeatable { notes.append(Phrase(en: "may be repeated", zh: "可重复")) }
    for rule in rules {
      switch rule {
      case .exclusive(let members):
        let names = members.map(\.declaration.spelling)
        guard names.contains(option.spelling) else { continue }
        let others = names.filter { $0 != option.spelling }
        notes.append(
          Phrase(
            en: "not with \(others.joined(separator: ", "))",
            zh: "不与 \(others.joined(separator: "、")) 同用"
          )
        )
      case .needs(let member, let other):
        guard member.declaration.spelling == option.spelling else { continue }
        let name = other.declaration.spelling
        notes.append(Phrase(en: "needs \(name)", zh: "须与 \(name) 同用"))
      }
    }
    if let variable = option.environment {
      notes.append(Phrase(en: "else $\(variable)", zh: "否则取 $\(variable)"))
    }
    if let text = option.defaultText {
      notes.append(Phrase(en: "default: \(text)", zh: "默认：\(text)"))
    }
    return notes
  }

  static func inParentheses(_ notes: [Phrase], _ language: Language) -> String {
    guard !notes.isEmpty else { return "" }
    let texts = notes.map { $0[language] }
    return switch language {
    case .english: " (\(texts.joined(separator: "; ")))"
    case .chinese: "（\(texts.joined(separator: "；"))）"
    }
  }
}
