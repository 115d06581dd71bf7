import Exchange
import Ledger

/// Keeps converted text outside of memory, as long as the disk takes it.
struct FileStore: TextStore {
  private let file: UnnamedFile
  private var count = 0
  /// All of it, once the disk took no more.
  private var memory: [UInt8]?

  /// Starts with nothing; `nil` where no file can be made.
  init?(in folder: String) {
    guard let file = UnnamedFile(in: folder) else { return nil }
    self.file = file
  }

  mutating func append(_ text: [UInt8]) {
    if memory == nil, !file.write(text, at: count) { memory = file.read(0..<count) }
    memory? += text
    count += text.count
  }

  mutating func finish() -> any FileBytes {
    if let memory { return memory }
    return file.mapped(count) ?? Bytes(file.read(0..<count))
  }
}
