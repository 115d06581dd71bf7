import Bilingual
import Glibc

/// A file call that failed.
public struct StorageError: Error, Hashable, Sendable {
  /// What was tried.
  public enum Call: String, Sendable {
    /// Opening or mapping a file, or asking for its size.
    case read
    /// Appending to a file.
    case append
    /// Cutting a file.
    case truncate
    /// Giving a file another name.
    case rename
    /// Bringing bytes to the disk.
    case synchronize
    /// Creating a folder.
    case createFolder = "create-folder"
    /// Listing a folder.
    case list
    /// Taking the lock.
    case lock

    fileprivate var label: Phrase {
      switch self {
      case .read: Phrase(en: "cannot be read", zh: "无法读取")
      case .append: Phrase(en: "cannot be written", zh: "无法写入")
      case .truncate: Phrase(en: "cannot be cut", zh: "无法截短")
      case .rename: Phrase(en: "cannot be renamed", zh: "无法改名")
      case .synchronize: Phrase(en: "cannot be brought to the disk", zh: "无法落盘")
      case .createFolder: Phrase(en: "cannot be made", zh: "无法创建")
      case .list: Phrase(en: "cannot be listed", zh: "无法列出")
      case .lock: Phrase(en: "cannot be locked", zh: "无法加锁")
      }
    }
  }

  private enum Cause: Hashable {
    case system
    case busy(LockHolder?)
    case changed
  }

  /// What was tried.
  public let call: Call
  /// The file or folder.
  public let name: String
  /// The system's error number; 0 where it is not the system that refused.
  public let number: Int32
  /// The system's words.
  public let detail: String
  private let cause: Cause

  /// Creates an error of the system.
  public init(_ call: Call, _ name: String, number: Int32, detail: String) {
    self.init(call, name, number: number, detail: detail, .system)
  }

  private init(_ call: Call, _ name: String, number: Int32, detail: String, _ cause: Cause) {
    self.call = call
    self.name = name
    self.number = number
    self.detail = detail
    self.cause = cause
  }

  /// Another process holds the lock; who, where it has said so.
  public static func busy(_ name: String, _ holder: LockHolder?) -> StorageError {
    StorageError(.lock, name, number: 0, detail: "", .busy(holder))
  }

  /// Somebody else changed a file while a command was writing.
  public static func changed(_ call: Call, _ name: String) -> StorageError {
    StorageError(call, name, number: 0, detail: "", .changed)
  }

  /// Whether another process holds the lock.
  public var isBusy: Bool {
    guard case .busy = cause else { return false }
    return true
  }

  /// Whether somebody else changed the file.
  public var isChange: Bool { cause == .changed }

  /// Who holds the lock, where another process does and has said so.
  var holder: LockHolder? {
    guard case .busy(let holder) = cause else { return nil }
    return holder
  }
}

extension Diagnostics {
  /// Tells a failed file call.
  ///
  /// - Parameters:
  ///   - error: The call.
  ///   - commit: The commit whose line stands in the file already, where it does.
  init(_ error: StorageError, unsureOf commit: Commit? = nil) {
    if error.isBusy {
      self.init(.busy(error), outcome: .busy)
    } else if error.isChange {
      self.init(.changed(error), outcome: .needsRecovery)
    } else {
      self.init(.disk(error, unsureOf: commit), outcome: .disk)
    }
  }
}

extension Diagnostic {
  fileprivate static func busy(_ error: StorageError) -> Diagnostic {
    let holder = error.holder?.phrase ?? Phrase(en: "it does not say who", zh: "未注明操作人")
    return Diagnostic(
      "ledger-busy",
      Phrase(en: "another process is writing: \(holder.en)", zh: "另一个进程正在写入：\(holder.zh)"),
      help: Phrase(en: "nothing was written; try again when it has ended", zh: "未写入任何内容；请待其结束后重试")
    )
  }

  fileprivate static func changed(_ error: StorageError) -> Diagnostic {
    Diagnostic(
      "file-changed",
      Phrase(
        en: "somebody changed \(error.name) while this command was writing",
        zh: "本命令写入期间，\(error.name) 被其他程序改动"
      ),
      help: Phrase(
        en: "nothing was committed; see 'brandledger recover --show', then run the command again",
        zh: "没有提交任何内容；请用 brandledger recover --show 查看，再重新运行"
      ),
      at: Place(file: error.name)
    )
  }

  fileprivate static func disk(_ error: StorageError, unsureOf commit: Commit?) -> Diagnostic {
    let isReading = error.call == .read || error.call == .list
    // A copy for reading, or somebody else's ledger: the disk is well.
    let isForbidden = [EACCES, EPERM, EROFS].contains(error.number)
    let help =
      commit.map {
        Phrase(
          en: "commit \($0.number) may be lost in a power cut; mend the disk, then look at 'log' "
            + "before you run the command again",
          zh: "提交 \($0.number) 可能因断电丢失；请排除磁盘故障，并先用 log 查看再决定是否重新运行"
        )
      }
      ?? (isReading
        ? Phrase(
          en: "see whether the file is there, plain, and readable for you",
          zh: "请确认该文件存在、是普通文件且可读"
        )
        : isForbidden
          ? Phrase(
            en:
              "nothing was committed: here you may only read; write where you may, or ask whose it is",
            zh: "没有提交任何内容：您在此只能读取；请到有写权限的账本操作，或联系其管理者"
          )
          : Phrase(
            en: "nothing was committed; mend the disk, then run the command again",
            zh: "没有提交任何内容；请排除磁盘故障后重新运行"
          ))
    return Diagnostic(
      "disk-" + error.call.rawValue,
      Phrase(
        en: "\(error.call.label.en): \(error.detail)",
        zh: "\(error.call.label.zh)：\(error.detail)"
      ),
      help: help,
      at: Place(file: error.name)
    )
  }
}
