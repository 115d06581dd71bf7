import Bilingual
import Glibc
import Ledger

/// A file that is to be attached: opened as what it is, never through a link.
enum PaperFile {
  /// The most bytes that a paper may have.
  static let limit = 50 << 20

  /// Reads a paper, and tells its type from its ending and its first bytes.
  static func read(_ path: String) throws -> (content: [UInt8], type: AttachmentType) {
    // By bytes, as the system reads a path: a combining mark behind a slash makes no other character of it.
    let steps = path.utf8.split(separator: UInt8(ascii: "/"))
    guard !steps.contains(where: { $0.elementsEqual("..".utf8) }), !path.utf8.contains(0) else {
      throw refusal(
        "attachment-path",
        path,
        Phrase(en: "a path with '..' is not followed", zh: "不接受含 .. 的路径"),
        Phrase(en: "give the file's own path, or go to its folder", zh: "请给出文件自身路径，或进入其所在目录")
      )
    }
    guard let type = AttachmentType(fileName: path) else {
      guard unsafe access(path, F_OK) == 0 else { throw UserFiles.failure("cannot-read", path) }
      throw notTaken(path)
    }
    // A pipe would wait for a writer, and a device never end: nothing is read before it is known.
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      guard errno == ELOOP else { throw UserFiles.failure("cannot-read", path) }
      throw notPlain(path, Phrase(en: "this is a link", zh: "这是链接"))
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw UserFiles.failure("cannot-read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw notPlain(path, Phrase(en: "this is no plain file", zh: "这不是普通文件"))
    }
    guard (1...limit).contains(Int(status.st_size)) else {
      throw refusal(
        "attachment-size",
        path,
        Phrase(
          en: "the file has \(status.st_size, of: "byte"); 1 to \(limit) are taken",
          zh: "文件有 \(status.st_size) 字节；允许 1 至 \(limit)"
        ),
        Phrase(en: "scan it with fewer dots, or in parts", zh: "请降低扫描精度或拆分")
      )
    }
    let content = try UserFiles.read(file, path, atMost: limit)
    guard type.fits(content.span) else { throw notTaken(path, told: type) }
    return (content, type)
  }

  private static func notPlain(_ path: String, _ message: Phrase) -> Diagnostics {
    refusal(
      "attachment-link",
      path,
      message,
      Phrase(
        en: "give the file itself; links, folders, pipes and devices are not followed",
        zh: "请给出文件本身；不接受链接、目录、管道和设备"
      )
    )
  }

  private static func notTaken(_ path: String, told type: AttachmentType? = nil) -> Diagnostics {
    let list = AttachmentType.allCases.map(\.rawValue)
    return refusal(
      "attachment-type",
      path,
      type.map {
        Phrase(
          en: "the content is not that of a .\($0.rawValue) file",
          zh: "内容与 .\($0.rawValue) 类型不符"
        )
      } ?? Phrase(en: "files of this type are not taken", zh: "不接受此类型的文件"),
      Phrase(
        en: "taken are: " + list.joined(separator: ", "),
        zh: "可附加的类型：" + list.joined(separator: "、")
      )
    )
  }

  private static func refusal(
    _ name: String,
    _ path: String,
    _ message: Phrase,
    _ help: Phrase
  ) -> Diagnostics {
    Diagnostics(Diagnostic(name, message, help: help, at: Place(file: path)))
  }
}
