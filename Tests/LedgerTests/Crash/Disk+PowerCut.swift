extension Disk {
  /// At how many places a write may be torn.
  enum Cuts: Sendable {
    /// Behind every byte.
    case all
    /// Behind the first, in the middle, before the last.
    case some
    /// In the middle.
    case middle
    /// Nowhere: it is there, missing, or all zeros.
    case none
  }

  /// Calls a body with every disk that a power cut may leave: what tells it apart, and how to make it.
  ///
  /// Each change of a folder that was not brought to the disk is there or not; each write that was
  /// not is there, missing, torn or zeros, whole or up to where it is torn.
  func afterPowerCut(_ cuts: Cuts, _ body: (_ key: UInt64, _ disk: () -> Disk) -> Void) {
    let contents = inodes.map { $0.contents(cuts, pool) }
    for subset in 0..<(1 << pending.count) {
      var names = durable
      for (index, item) in pending.enumerated() where subset >> index & 1 == 1 {
        names.apply(item.change)
      }
      guard names.folders.contains("") else {
        body(0) { emptied }
        continue
      }
      var key: UInt64 = 1
      var files: [(name: String, blob: Blob)] = []
      var open: [(place: Int, number: UInt64, inode: Int)] = []
      for (name, inode) in names.files {
        let known = pool.name(name)
        guard names.folders.contains(known.folder) else { continue }
        let number = known.number
        if contents[inode].count == 1 {
          key &+= mixed(number, UInt64(contents[inode][0].number))
        } else {
          open.append((files.count, number, inode))
        }
        files.append((name, contents[inode][0]))
      }
      var chosen = Array(repeating: 0, count: open.count)
      var isOver = false
      while !isOver {
        var whole = key
        for (index, item) in open.enumerated() {
          whole &+= mixed(item.number, UInt64(contents[item.inode][chosen[index]].number))
        }
        body(whole) {
          for (index, item) in open.enumerated() {
            files[item.place].blob = contents[item.inode][chosen[index]]
          }
          return image(files)
        }
        isOver = true
        for index in open.indices {
          chosen[index] += 1
          if chosen[index] < contents[open[index].inode].count {
            isOver = false
            break
          }
          chosen[index] = 0
        }
      }
    }
  }
}

extension Disk {
  private var emptied: Disk {
    var disk = Disk(pool)
    disk.keepsProofs = keepsProofs
    return disk
  }

  private func image(_ files: [(name: String, blob: Blob)]) -> Disk {
    var disk = Disk(files, pool)
    disk.keepsProofs = keepsProofs
    return disk
  }
}

extension Disk.Inode {
  /// What the file may hold after a power cut.
  fileprivate func contents(_ cuts: Disk.Cuts, _ pool: Pool) -> [Blob] {
    var contents = [durable]
    for write in pending {
      var next: [Blob] = []
      var seen: Set<UInt32> = []
      func add(_ blob: Blob) {
        if seen.insert(blob.number).inserted { next.append(blob) }
      }
      for content in contents {
        add(content)
        switch write {
        case .cut(let size):
          if content.bytes.count > size { add(pool.blob(Array(content.bytes[..<size]))) }
        case .bytes(let blob, let offset):
          for fate in Self.fates(blob.bytes, cuts) {
            add(pool.blob(Self.put(fate, at: offset, content.bytes)))
          }
        }
      }
      contents = next
    }
    return contents
  }

  private static func put(_ bytes: [UInt8], at offset: Int, _ content: [UInt8]) -> [UInt8] {
    if content.count == offset { return content + bytes }
    let filled = content + Array(repeating: 0, count: max(0, offset - content.count))
    return Array(filled[..<offset]) + bytes + filled.dropFirst(offset + bytes.count)
  }

  private static func fates(_ bytes: [UInt8], _ cuts: Disk.Cuts) -> [[UInt8]] {
    let count = bytes.count
    let places: [Int] =
      switch cuts {
      case .all: Array(1..<max(count, 1))
      case .some: Set([1, count / 2, count - 1]).filter { $0 > 0 && $0 < count }.sorted()
      case .middle: count > 1 ? [count / 2] : []
      case .none: []
      }
    let zeros = Array(repeating: UInt8(0), count: count)
    var fates = [bytes, zeros]
    for place in places {
      fates.append(Array(bytes[..<place]))
      fates.append(Array(zeros[..<place]) + bytes[place...])
      fates.append(Array(bytes[..<place]) + zeros[place...])
    }
    return fates
  }
}
