import Bilingual

/// The narrow layer through which a ledger reaches its files.
///
/// Names are relative to the ledger's directory. No file call of the ledger goes round it, so that a
/// test can record, reorder, tear and fail every one of them.
public protocol Storage: Sendable {
  /// What people call the place where the files are, for messages.
  var location: String { get }

  /// Returns the names in a folder, in no order; an empty list where the folder is missing.
  func names(in folder: String) throws(StorageError) -> [String]

  /// Returns the bytes of a file as they are now; `nil` where there is none.
  func read(_ name: String) throws(StorageError) -> Bytes?

  /// Writes bytes behind the end of a file, and creates the file where there is none.
  func append(_ bytes: [UInt8], to name: String) throws(StorageError)

  /// Cuts a file to a size.
  func truncate(_ name: String, to size: Int) throws(StorageError)

  /// Brings a file's bytes to the disk.
  func synchronize(_ name: String) throws(StorageError)

  /// Brings a folder's entries to the disk; the empty name is the ledger's directory.
  func synchronizeFolder(_ folder: String) throws(StorageError)

  /// Creates a folder unless it exists.
  func createFolder(_ folder: String) throws(StorageError)

  /// Takes the one lock of the ledger for writing, and waits for it for a while.
  ///
  /// - Parameter holder: Who takes it and for what, to be told to those who wait.
  /// - Returns: What keeps the lock until it goes.
  /// - Throws: ``StorageError``, one that ``StorageError/isBusy`` where another process holds it.
  func lock(holder: String) throws(StorageError) -> any StorageLock
}

/// What keeps a ledger locked for as long as it lives.
public protocol StorageLock: AnyObject, Sendable {}

/// A file call that failed.
public struct StorageError: Error, Hashable, Sendable {
  /// What was tried.
  public enum Call: String, Sendable {
    /// Opening or mapping a file.
    case read
    /// Appending to a file.
    case append
    /// Cutting a file.
    case truncate
    /// Bringing bytes to the disk.
    case synchronize
    /// Creating a folder.
    case createFolder = "create-folder"
    /// Listing a folder.
    case list
    /// Taking the lock.
    case lock
  }

  /// What was tried.
  public let call: Call
  /// The file or folder.
  public let name: String
  /// The system's error number; 0 where another process holds the lock.
  public let number: Int32
  /// The system's words, or who holds the lock.
  public let detail: String

  /// Creates an error.
  public init(_ call: Call, _ name: String, number: Int32, detail: String) {
    self.call = call
    self.name = name
    self.number = number
    self.detail = detail
  }

  /// Whether another process holds the lock.
  public var isBusy: Bool { call == .lock && number == 0 }
}

extension Diagnostics {
  /// Tells a failed file call.
  ///
  /// - Parameters:
  ///   - error: The call.
  ///   - commit: The commit whose line stands in the file already, where it does.
  init(_ error: StorageError, unsureOf commit: Commit? = nil) {
    if error.isBusy {
      self.init(
        Diagnostic(
          "ledger-busy",
          Phrase(
            en: "another process is writing: \(error.detail)",
            zh: "另一个进程正在写入：\(error.detail)"
          ),
          help: Phrase(en: "try again when it has ended", zh: "请待其结束后重试")
        ),
        outcome: .busy
      )
      return
    }
    self.init(
      Diagnostic(
        "disk-" + error.call.rawValue,
        Phrase(
          en: "\(error.name): \(error.detail) (\(error.call.rawValue))",
          zh: "\(error.name)：\(error.detail)(\(error.call.rawValue))"
        ),
        help: commit.map {
          Phrase(
            en: "commit \($0.number) may be lost in a power cut; mend the disk, then look at 'log' "
              + "before you run the command again",
            zh: "提交 \($0.number) 可能因断电丢失；请排除磁盘故障，并先用 log 查看再决定是否重新运行"
          )
        }
          ?? (error.call == .read || error.call == .list
            ? Phrase(
              en: "see whether the file is there, plain, and readable for you",
              zh: "请确认该文件存在、是普通文件且可读"
            )
            : Phrase(
              en: "nothing was committed; mend the disk, then run the command again",
              zh: "没有提交任何内容；请排除磁盘故障后重新运行"
            )),
        at: Place(file: error.name)
      ),
      outcome: .disk
    )
  }
}
