/// A disk as a crash sees it: what was brought to it, and what stands in the caches only.
struct Disk: Sendable {
  /// One change of a file's bytes.
  enum Write: Sendable {
    case bytes(Blob, at: Int)
    case cut(Int)
  }

  struct Inode: Sendable {
    var durable: Blob
    var cached: Blob
    var pending: [Write] = []
  }

  /// One change of a folder's entries.
  enum NameChange: Sendable {
    case file(String, Int)
    case folder(String)
    case rename(String, String, Int)
  }

  /// The names of files and folders.
  struct Names: Sendable {
    var files: [String: Int] = [:]
    var folders: Set<String> = []

    mutating func apply(_ change: NameChange) {
      switch change {
      case .file(let name, let inode): files[name] = inode
      case .folder(let name): folders.insert(name)
      case .rename(let old, let new, let inode):
        files[old] = nil
        files[new] = inode
      }
    }
  }

  let pool: Pool
  /// Whether what was proved can be kept in it.
  var keepsProofs = false
  private(set) var inodes: [Inode] = []
  private(set) var names = Names()
  private(set) var durable = Names()
  private(set) var pending: [(folder: String, change: NameChange)] = []

  /// An empty disk without the ledger's directory.
  init(_ pool: Pool = Pool()) {
    self.pool = pool
  }

  /// A disk on which everything is durable.
  init(_ files: [String: [UInt8]]) {
    let pool = Pool()
    self.init(files.map { ($0, pool.blob($1)) }, pool)
  }

  /// A disk on which everything is durable.
  init(_ files: [(name: String, blob: Blob)], _ pool: Pool) {
    self.pool = pool
    names.folders = [""]
    inodes.reserveCapacity(files.count)
    for (name, blob) in files {
      names.files[name] = inodes.count
      inodes.append(Inode(durable: blob, cached: blob))
      let folder = pool.name(name).folder
      if !folder.isEmpty { names.folders.insert(folder) }
    }
    durable = names
  }

  /// What programs see.
  var files: [String: [UInt8]] { names.files.mapValues { inodes[$0].cached.bytes } }

  func blob(_ name: String) -> Blob? { names.files[name].map { inodes[$0].cached } }

  /// Whether a power cut changes nothing.
  var isDurable: Bool { pending.isEmpty && inodes.allSatisfy(\.pending.isEmpty) }

  static func folder(of name: String) -> String {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return name.isEmpty ? ".." : ""
    }
    return String(name[..<slash])
  }

  private mutating func change(_ name: String, _ change: NameChange) {
    names.apply(change)
    pending.append((Self.folder(of: name), change))
  }

  mutating func append(_ bytes: [UInt8], to name: String) {
    if names.files[name] == nil {
      let empty = pool.blob([])
      change(name, .file(name, inodes.count))
      inodes.append(Inode(durable: empty, cached: empty))
    }
    guard let inode = names.files[name], !bytes.isEmpty else { return }
    let cached = inodes[inode].cached.bytes
    inodes[inode].pending.append(.bytes(pool.blob(bytes), at: cached.count))
    inodes[inode].cached = pool.blob(cached + bytes)
  }

  /// Writes over the start of a file, which is at least as long.
  mutating func overwrite(_ name: String, _ bytes: [UInt8]) {
    guard let inode = names.files[name] else { return }
    inodes[inode].pending.append(.bytes(pool.blob(bytes), at: 0))
    inodes[inode].cached = pool.blob(bytes + inodes[inode].cached.bytes.dropFirst(bytes.count))
  }

  mutating func cut(_ name: String, to size: Int) {
    guard let inode = names.files[name] else { return }
    inodes[inode].pending.append(.cut(size))
    inodes[inode].cached = pool.blob(Array(inodes[inode].cached.bytes[..<size]))
  }

  mutating func rename(_ name: String, to new: String) {
    guard let inode = names.files[name] else { return }
    change(new, .rename(name, new, inode))
  }

  mutating func createFolder(_ name: String) {
    guard !names.folders.contains(name) else { return }
    change(name, .folder(name))
  }

  mutating func synchronize(_ name: String) {
    guard let inode = names.files[name] else { return }
    inodes[inode].durable = inodes[inode].cached
    inodes[inode].pending = []
  }

  mutating func synchronizeFolder(_ folder: String) {
    for item in pending where item.folder == folder { durable.apply(item.change) }
    pending.removeAll { $0.folder == folder }
  }
}

extension Disk {
  /// The disk with only the start of a file's last write in its cache.
  private func half(_ inode: Int, _ count: Int) -> Disk {
    var disk = self
    guard case .bytes(let blob, let offset) = disk.inodes[inode].pending.removeLast() else {
      return self
    }
    let part = Array(blob.bytes.prefix(count))
    let old = disk.inodes[inode].durable.bytes
    disk.inodes[inode].pending.append(.bytes(pool.blob(part), at: offset))
    disk.inodes[inode].cached = pool.blob(
      old.prefix(offset) + part + old.dropFirst(offset + part.count)
    )
    return disk
  }

  /// The disk as a killed process leaves it, where that is not on the disk: its last write whole or
  /// a half.
  var killed: [Disk] {
    guard !isDurable else { return [] }
    return [self]
      + names.files.values.compactMap { inode in
        guard inodes[inode].pending.count == 1,
          case .bytes(let blob, _) = inodes[inode].pending[0], blob.bytes.count > 1
        else { return nil }
        return half(inode, blob.bytes.count / 2)
      }
  }

  /// What tells the disk apart from others of its pool.
  var key: UInt64 {
    let isDurable = isDurable
    var key: UInt64 = names.folders.contains("") ? 1 : 0
    for (name, inode) in names.files { key &+= mixed(pool.name(name).number, inodes[inode].key) }
    guard !isDurable else { return key }
    for (name, inode) in durable.files {
      key &+= mixed(pool.name(name).number &+ 1 << 32, inodes[inode].key)
    }
    for item in pending {
      switch item.change {
      case .file(let name, _): key = mixed(key, pool.name(name).number)
      case .folder(let name): key = mixed(key, pool.name(name).number &+ 1 << 33)
      case .rename(let old, let new, _):
        key = mixed(mixed(key, pool.name(old).number), pool.name(new).number &+ 1 << 34)
      }
    }
    return key
  }
}

extension Disk.Inode {
  /// What tells the file apart: the number of its bytes where all of them are on the disk.
  fileprivate var key: UInt64 {
    guard !pending.isEmpty else { return UInt64(cached.number) }
    return pending.reduce(mixed(UInt64(durable.number), UInt64(cached.number))) { key, write in
      switch write {
      case .bytes(let blob, let offset): mixed(key, UInt64(blob.number) &+ UInt64(offset) << 32)
      case .cut(let size): mixed(key, ~UInt64(size))
      }
    }
  }
}
