public import Bilingual

extension JSONError {
  /// The fault in words, with what is expected instead.
  public var message: Phrase {
    Self.messages[code]
      ?? Phrase(en: "this is not JSON (RFC 8259)", zh: "这不是有效的 JSON(RFC 8259)")
  }

  private static let messages: [Code: Phrase] = [
    .unexpectedEnd: Phrase(
      en: "the line ends inside a value; it may be torn",
      zh: "行在值的中间结束，可能被截断"
    ),
    .unexpectedByte: Phrase(en: "this character cannot stand here", zh: "此处不能出现这个字符"),
    .trailingComma: Phrase(
      en: "a comma stands before the closing bracket; remove it",
      zh: "右括号前多了逗号，请删除"
    ),
    .trailingText: Phrase(
      en: "there is more text after the value; keep one object a line",
      zh: "值之后还有内容；每行只能有一个对象"
    ),
    .badLiteral: Phrase(
      en: "only true, false and null are words here; texts need quotes",
      zh: "此处只能是 true、false 或 null;文字须加双引号"
    ),
    .badNumber: Phrase(
      en: "this is not a JSON number (no leading zero, plus sign, or bare point)",
      zh: "这不是 JSON 数字（不允许前导零、正号或孤立小数点）"
    ),
    .controlCharacter: Phrase(
      en: "a control character inside a text must be written as an escape such as \\n",
      zh: "文字中的控制字符必须写成转义，例如 \\n"
    ),
    .badEscape: Phrase(
      en: "no such escape; a backslash itself is written \\\\",
      zh: "没有这种转义；反斜杠本身应写成 \\\\"
    ),
    .loneSurrogate: Phrase(en: "half of a surrogate pair is no character", zh: "代理对只有一半，不成字符"),
    .invalidUTF8: Phrase(
      en: "these bytes are not UTF-8; convert the file first",
      zh: "这些字节不是 UTF-8;请先转换文件编码"
    ),
    .duplicateKey: Phrase(
      en: "the key stands twice in this object; keep one",
      zh: "同一对象中键重复；请只保留一个"
    ),
    .tooDeep: Phrase(en: "brackets are nested too deeply", zh: "括号嵌套过深"),
    .byteOrderMark: Phrase(
      en: "the file begins with a byte order mark; save it as UTF-8 without one",
      zh: "文件以 BOM 开头；请存为不带 BOM 的 UTF-8"
    ),
    .emptyLine: Phrase(en: "the line is empty; every line holds one object", zh: "空行；每行必须有一个对象"),
    .notAnObject: Phrase(en: "the line is not an object in braces", zh: "该行不是花括号括起的对象"),
    .notAnInteger: Phrase(en: "a whole number of 64 bits is expected", zh: "此处应为 64 位整数"),
  ]
}
