public import Bilingual

extension UsageError {
  /// What is wrong, in one line without a full stop.
  public var message: Phrase {
    let word = quoted(typed)
    let name = quoted(subject)
    let line = quoted(command.joined(separator: " "))
    let other = quoted(expected ?? subject)
    return switch code {
    case .unknownCommand:
      Phrase(en: "\(line.en) has no command \(word.en)", zh: "\(line.zh)没有命令\(word.zh)")
    case .unknownOption:
      Phrase(en: "\(line.en) has no option \(word.en)", zh: "\(line.zh)没有选项\(word.zh)")
    case .misplacedOption:
      Phrase(en: "\(word.en) stands before the command it belongs to", zh: "\(word.zh)写在了所属命令之前")
    case .unexpectedValue:
      Phrase(
        en: "\(name.en) takes no value, but got \(word.en)",
        zh: "\(name.zh)不带值，却得到了\(word.zh)"
      )
    case .missingValue: Phrase(en: "\(name.en) needs a value", zh: "\(name.zh)缺少值")
    case .invalidValue, .invalidChoice: invalid(word, name)
    case .repeatedOption:
      Phrase(en: "\(name.en) is given more than once", zh: "\(name.zh)重复给出")
    case .missingArgument: Phrase(en: "\(subject.en) is missing", zh: "缺少参数“\(subject.zh)”")
    case .missingOption: Phrase(en: "\(name.en) is missing", zh: "缺少选项\(name.zh)")
    case .unexpectedArgument:
      Phrase(
        en: "\(line.en) takes no further argument: \(word.en)",
        zh: "\(line.zh)不接受多余的参数\(word.zh)"
      )
    case .conflictingOptions:
      Phrase(
        en: "\(other.en) and \(name.en) exclude each other",
        zh: "\(other.zh)与\(name.zh)不能同时使用"
      )
    case .neededOption:
      Phrase(en: "\(name.en) works only with \(other.en)", zh: "\(name.zh)须与\(other.zh)一起使用")
    }
  }

  /// What to do about it, in one line without a full stop; `nil` where the message says it all.
  public var help: Phrase? {
    let name = subject.en
    switch code {
    case .unknownCommand, .unknownOption, .unexpectedArgument:
      return suggestion.map { didYouMean($0) }
    case .misplacedOption:
      let line = quoted(command.joined(separator: " "))
      return Phrase(en: "write it after \(line.en)", zh: "请写在\(line.zh)之后")
    case .unexpectedValue:
      let option = quoted(name)
      return Phrase(en: "write \(option.en) alone", zh: "请只写\(option.zh)")
    case .missingValue:
      let value = expected ?? subject
      return Phrase(
        en: "write '\(name) \(value.en)', or '\(name)=\(value.en)' if the value begins with '-'",
        zh: "请写“\(name) \(value.zh)”；值以“-”开头时写“\(name)=\(value.zh)”"
      )
    case .invalidValue, .invalidChoice:
      guard let expected else { return suggestion.map { didYouMean($0) } }
      // Chinese is set apart from Latin letters by a space.
      let gap = expected.zh.first?.isASCII == true ? " " : ""
      let demand = Phrase(en: "expected \(expected.en)", zh: "应填写\(gap)\(expected.zh)")
      guard let hint = suggestion.map({ didYouMean($0) }) else { return demand }
      return Phrase(en: "\(demand.en); \(hint.en)", zh: "\(demand.zh)；\(hint.zh)")
    case .repeatedOption: return Phrase(en: "keep one of them", zh: "请只保留一个")
    case .missingArgument, .missingOption: return expected
    case .conflictingOptions: return Phrase(en: "keep one of them", zh: "请只保留一个")
    case .neededOption:
      let other = quoted(expected ?? subject)
      return Phrase(en: "add \(other.en), or leave it out", zh: "请加上\(other.zh)，或去掉它")
    }
  }

  private func invalid(_ word: Phrase, _ name: Phrase) -> Phrase {
    guard case .environment(let variable)? = origin else {
      return Phrase(en: "\(word.en) is no value for \(name.en)", zh: "\(word.zh)不能作为\(name.zh)的值")
    }
    return Phrase(
      en: "\(word.en) in the variable \(variable) is no value for \(name.en)",
      zh: "环境变量 \(variable) 中的\(word.zh)不能作为\(name.zh)的值"
    )
  }

  private func didYouMean(_ name: String) -> Phrase {
    let name = quoted(name)
    return Phrase(en: "did you mean \(name.en)?", zh: "您是否想输入\(name.zh)？")
  }

  /// A text in the quotation marks of each language.
  private func quoted(_ text: String) -> Phrase { quoted(Phrase(en: text, zh: text)) }

  private func quoted(_ text: Phrase) -> Phrase {
    Phrase(en: "'\(visible(text.en))'", zh: "“\(visible(text.zh))”")
  }
}
