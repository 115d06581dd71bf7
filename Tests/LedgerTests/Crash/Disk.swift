/// A disk as a crash sees it: what was brought to it, and what stands in the caches only.
struct Disk {
  /// One change of a file's bytes.
  enum Write: Hashable {
    case bytes([UInt8], at: Int)
    case cut(Int)
  }

  struct Inode {
    var durable: [UInt8]
    var cached: [UInt8]
    var pending: [Write] = []
  }

  /// One change of a folder's entries.
  enum NameChange {
    case file(String, Int)
    case folder(String)
    case rename(String, String, Int)
  }

  /// The names of files and folders.
  struct Names {
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

  private(set) var inodes: [Inode] = []
  private(set) var names = Names()
  private(set) var durable = Names()
  private(set) var pending: [(folder: String, change: NameChange)] = []

  /// An empty disk without the ledger's directory.
  init() {}

  /// A disk on which everything is durable.
  init(_ files: [String: [UInt8]]) {
    names.folders = [""]
    for (name, bytes) in files {
      names.files[name] = inodes.count
      inodes.append(Inode(durable: bytes, cached: bytes))
      if let slash = name.lastIndex(of: "/") { names.folders.insert(String(name[..<slash])) }
    }
    durable = names
  }

  /// What programs see.
  var files: [String: [UInt8]] { names.files.mapValues { inodes[$0].cached } }

  func bytes(_ name: String) -> [UInt8]? { names.files[name].map { inodes[$0].cached } }

  private static func folder(of name: String) -> String {
    name.isEmpty ? ".." : name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
  }

  private mutating func change(_ name: String, _ change: NameChange) {
    names.apply(change)
    pending.append((Self.folder(of: name), change))
  }

  mutating func append(_ bytes: [UInt8], to name: String) {
    if names.files[name] == nil {
      change(name, .file(name, inodes.count))
      inodes.append(Inode(durable: [], cached: []))
    }
    guard let inode = names.files[name], !bytes.isEmpty else { return }
    inodes[inode].pending.append(.bytes(bytes, at: inodes[inode].cached.count))
    inodes[inode].cached += bytes
  }

  mutating func cut(_ name: String, to size: Int) {
    guard let inode = names.files[name] else { return }
    inodes[inode].pending.append(.cut(size))
    inodes[inode].cached.removeSubrange(size...)
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
  /// At how many places a write may be torn.
  enum Cuts {
    /// Behind every byte.
    case all
    /// Behind the first, in the middle, before the last.
    case some
  }

  /// Calls a body with the files of every disk that a power cut may leave.
  ///
  /// Each change of a folder that was not brought to the disk is there or not; each write that was
  /// not is there, missing, torn or zeros, whole or up to where it is torn.
  func afterPowerCut(_ cuts: Cuts, _ body: ([String: [UInt8]]) -> Void) {
    for subset in 0..<(1 << pending.count) {
      var names = durable
      for (index, item) in pending.enumerated() where subset >> index & 1 == 1 {
        names.apply(item.change)
      }
      guard names.folders.contains("") else {
        body([:])
        continue
      }
      var images: [[String: [UInt8]]] = [[:]]
      for (name, inode) in names.files where names.folders.contains(Self.folder(of: name)) {
        let contents = inodes[inode].contents(cuts)
        if contents.count == 1 {
          for index in images.indices { images[index][name] = contents[0] }
        } else {
          images = images.flatMap { image in
            contents.map { image.merging([name: $0]) { $1 } }
          }
        }
      }
      images.forEach(body)
    }
  }
}

extension Disk.Inode {
  /// What the file may hold after a power cut.
  func contents(_ cuts: Disk.Cuts) -> [[UInt8]] {
    var contents: [[UInt8]] = [durable]
    for write in pending {
      var next: [[UInt8]] = []
      for content in contents {
        next.append(content)
        switch write {
        case .cut(let size):
          if content.count > size { next.append(Array(content.prefix(size))) }
        case .bytes(let bytes, let offset):
          for fate in Self.fates(bytes, cuts) { next.append(Self.put(fate, at: offset, content)) }
        }
      }
      contents = pending.count == 1 ? next : Array(Set(next))
    }
    return contents
  }

  private static func put(_ bytes: [UInt8], at offset: Int, _ content: [UInt8]) -> [UInt8] {
    let filled = content + Array(repeating: 0, count: max(0, offset - content.count))
    return filled.prefix(offset) + bytes + filled.dropFirst(offset + bytes.count)
  }

  private static func fates(_ bytes: [UInt8], _ cuts: Disk.Cuts) -> [[UInt8]] {
    let count = bytes.count
    let places: [Int] =
      switch cuts {
      case .all: Array(1..<max(count, 1))
      case .some: Set([1, count / 2, count - 1]).filter { $0 > 0 && $0 < count }.sorted()
      }
    var fates = [bytes, Array(repeating: 0, count: count)]
    for place in places {
      let zeros: [UInt8] = Array(repeating: 0, count: place)
      fates.append(Array(bytes[..<place]))
      fates.append(zeros + bytes[place...])
      fates.append(bytes[..<place] + Array(repeating: 0, count: count - place))
    }
    return fates
  }
}

extension Disk {
  /// The disk with only the start of a file's last write in its cache.
  func half(_ inode: Int, _ count: Int) -> Disk {
    var disk = self
    guard case .bytes(let bytes, let offset) = disk.inodes[inode].pending.removeLast() else {
      return self
    }
    disk.inodes[inode].cached.removeSubrange(offset...)
    disk.inodes[inode].pending.append(.bytes(Array(bytes.prefix(count)), at: offset))
    disk.inodes[inode].cached += bytes.prefix(count)
    return disk
  }
}
