/// The name under which a paper is kept: the hash of its content, and the ending of its type.
///
/// Nothing from outside is ever part of it, so that no name can lead out of the folder.
public struct AttachmentName: Hashable, Sendable {
  /// The folder of the ledger that holds the papers.
  public static let folder = "attachments"

  /// The SHA-256 of the content, in lower-case hexadecimal digits.
  public let hash: String
  /// The type.
  public let type: AttachmentType

  /// Makes the name of a content.
  ///
  /// - Parameters:
  ///   - content: The bytes.
  ///   - type: Their type.
  public init(of content: Span<UInt8>, _ type: AttachmentType) {
    hash = SHA256.hash(content)
    self.type = type
  }

  /// Reads a name as a record has it; `nil` for anything but a hash and a known type.
  ///
  /// - Parameters:
  ///   - hash: What stands for the hash.
  ///   - type: What stands for the type.
  public init?(hash: String, type: String) {
    guard let type = AttachmentType(rawValue: type), hash.utf8.count == 64,
      hash.utf8.allSatisfy({
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      })
    else { return nil }
    self.hash = hash
    self.type = type
  }

  /// Reads the name of a file in the folder; `nil` for one that is no paper's.
  ///
  /// - Parameter fileName: The name without its folder.
  public init?(fileName: String) {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(hash: String(parts[0]), type: String(parts[1]))
  }

  /// The last step of a path: by scalars, since a combining mark behind a slash is one character with it.
  public static func fileName(of path: String) -> String {
    path.unicodeScalars.split(separator: "/").last.map(String.init) ?? ""
  }

  /// The file, relative to the ledger's directory.
  public var path: String { "\(Self.folder)/\(hash).\(type.rawValue)" }
}

/// The types of paper that may be attached: those that offices exchange, none that runs by itself.
public enum AttachmentType: String, CaseIterable, Sendable {
  /// A document in the Portable Document Format.
  case pdf
  /// An office document of China, GB/T 33190.
  case ofd
  /// A photograph.
  case jpg
  /// A picture without loss.
  case png
  /// A scan of several pages.
  case tif
  /// Plain text.
  case txt
  /// A table as text.
  case csv
  /// A spreadsheet.
  case xlsx
  /// A text document.
  case docx

  /// Finds the type that the ending of a file's name tells; `nil` for one that is not taken.
  ///
  /// - Parameter fileName: The name, with or without folders.
  public init?(fileName: String) {
    let name = AttachmentName.fileName(of: fileName)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "jpeg": self = .jpg
    case "tiff": self = .tif
    case let ending:
      guard let type = Self(rawValue: ending) else { return nil }
      self = type
    }
  }

  /// Whether a content begins as the type demands, so that no program hides behind an ending.
  ///
  /// - Parameter content: The bytes.
  /// - Returns: Whether they may be of this type; texts hold no zero byte.
  public func fits(_ content: Span<UInt8>) -> Bool {
    func begins(_ signature: [UInt8]) -> Bool {
      guard content.count >= signature.count else { return false }
      return signature.indices.allSatisfy { content[$0] == signature[$0] }
    }
    switch self {
    case .pdf: return begins(Array("%PDF-".utf8))
    case .ofd, .xlsx, .docx: return begins([0x50, 0x4B, 0x03, 0x04])
    case .jpg: return begins([0xFF, 0xD8, 0xFF])
    case .png: return begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .tif: return begins([0x49, 0x49, 0x2A, 0x00]) || begins([0x4D, 0x4D, 0x00, 0x2A])
    case .txt, .csv:
      guard !begins([0x7F, 0x45, 0x4C, 0x46]) else { return false }
      for index in 0..<content.count where content[index] == 0 { return false }
      return true
    }
  }
}
