import Bilingual

extension XMLReader {
  private func error(
    _ code: ExchangeError.Code,
    at offset: Int,
    _ message: Phrase,
    help: Phrase? = nil
  ) -> ExchangeError {
    let position = Position(after: bytes[..<min(offset, bytes.count)])
    return ExchangeError(
      code,
      at: Place(origin: origin, position: position),
      message,
      help: help
    )
  }

  func malformed(at offset: Int, _ message: Phrase) -> ExchangeError {
    error(
      .malformedXML,
      at: offset,
      Phrase(en: "not well-formed XML: \(message.en)", zh: "XML 格式有误：\(message.zh)"),
      help: Phrase(
        en: "the file may be cut off or damaged: fetch it anew from the office",
        zh: "文件可能不完整或已损坏：请从来源重新获取"
      )
    )
  }

  func unclosed(_ what: String, at offset: Int) -> ExchangeError {
    malformed(
      at: offset,
      Phrase(en: "'\(what)' is never closed", zh: "“\(what)”没有闭合")
    )
  }

  func tooDeep(at offset: Int) -> ExchangeError {
    error(
      .deepXML,
      at: offset,
      Phrase(en: "elements nest deeper than in any register's file", zh: "元素嵌套过深，任何登记文件都不会如此"),
      help: Self.distrust
    )
  }

  /// Says that a file uses an entity that XML itself does not have.
  func entity(_ name: String, at offset: Int) -> ExchangeError {
    error(
      .forbiddenEntity,
      at: offset,
      Phrase(
        en: "the entity '&\(name);' is not one of XML's own five, and no others are read",
        zh: "实体“&\(name);”不是 XML 自带的五个实体之一，其他实体一律不读"
      ),
      help: Phrase(
        en: "have the character written itself, or as &#NUMBER;",
        zh: "请直接写出该字符，或写成 &#编号;"
      )
    )
  }

  /// Says that a file declares entities, of which bombs are made.
  func declared(at offset: Int) -> ExchangeError {
    error(
      .forbiddenEntity,
      at: offset,
      Phrase(en: "the document type declares entities, which are not read", zh: "文档类型中声明了实体，一律不读"),
      help: Self.distrust
    )
  }

  /// Says that a file names another one.
  func outside(at offset: Int) -> ExchangeError {
    error(
      .forbiddenEntity,
      at: offset,
      Phrase(
        en: "the document type names an outside file, which is not read",
        zh: "文档类型引用了外部文件，一律不读"
      ),
      help: Phrase(
        en: "if you trust the file, take the line with <!DOCTYPE out of it",
        zh: "如确认文件可信，请删去含 <!DOCTYPE 的一行"
      )
    )
  }

  private static let distrust = Phrase(
    en: "do not trust the file; fetch it anew from the office",
    zh: "请勿信任该文件；请从来源重新获取"
  )
}
