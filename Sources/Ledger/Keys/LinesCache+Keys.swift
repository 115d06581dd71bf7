extension LinesCache {
  /// The name of the file of the keys of the first lines.
  var keysName: String { stem + ".keys" }

  private func partName(_ number: Int) -> String { "\(keysName)-\(number)" }

  /// Which keys a file holds.
  private var keyNames: [UInt64] {
    let names = KeyField.all(schema).map { field in
      field.slots(schema).map { slot in
        // Keys in another form are of another time.
        let definition = schema.fields[slot]
        let isFolded = field != .name && definition.type.canonical != nil
        return definition.name + (isFolded ? "~" : "")
      }.joined(separator: ",")
    }
    return Array((names.joined(separator: ";") + " " + schema.file).utf8).map(UInt64.init)
  }

  /// Reads the keys; `nil` where they are missing, stale, torn or altered.
  func keys() -> KeyIndex? {
    let names = keyNames
    let first = FileStamp.count
    guard let file = keysFile(keysName), file.words.count == first + 2 + names.count,
      file.words.prefix(first).elementsEqual(stamp.words),
      file.words.suffix(names.count).elementsEqual(names),
      let covered = Int(exactly: file.words[first + 1]), let part = part(file, 0..<covered)
    else { return nil }
    let making = file.words[first]
    var parts = [part]
    // Whatever does not continue the part before is of another time.
    while let file = keysFile(partName(parts.count)), file.words.count == 3,
      file.words[0] == making, file.words[1] == UInt64(parts[parts.count - 1].range.upperBound),
      let end = Int(exactly: file.words[2]), end > parts[parts.count - 1].range.upperBound,
      let part = self.part(file, parts[parts.count - 1].range.upperBound..<end)
    {
      parts.append(part)
    }
    return KeyIndex(parts, making: making)
  }

  private func keysFile(_ name: String) -> CacheFile? {
    folder.read(name, keepsOpen: true).flatMap { CacheFile($0) }
  }

  private func part(_ file: CacheFile, _ range: Range<Int>) -> KeyIndex.Part? {
    let fields = KeyField.all(schema)
    guard file.blockCount == fields.count * KeyTable.blockCount else { return nil }
    return KeyIndex.Part(tables: KeyTables(file, fields), range: range)
  }

  /// Keeps the last part of some keys.
  func saveLast(_ keys: KeyIndex) {
    guard let part = keys.parts.last else { return }
    let number = keys.parts.count - 1
    let end = UInt64(part.range.upperBound)
    let words =
      number == 0
      ? stamp.words + [keys.making, end] + keyNames
      : [keys.making, UInt64(part.range.lowerBound), end]
    let blocks = KeyField.all(schema).compactMap { part.tables[$0]?.blocks }.flatMap(\.self)
    folder.write(number == 0 ? keysName : partName(number), CacheFile.pieces(words, blocks))
  }
}
