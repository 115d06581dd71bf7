extension LinesCache {
  /// The name of the file of the keys.
  var keysName: String { stem + ".keys" }

  /// What the file is about: the stamp, how far the keys go, and which keys they are.
  private func keyWords(_ covered: Int, _ fields: [KeyField]) -> [UInt64] {
    let names = fields.map { field in
      field.slots(schema).map { schema.fields[$0].name }.joined(separator: ",")
    }
    let text = names.joined(separator: ";") + " " + schema.file
    return stamp.words + [UInt64(covered)] + Array(text.utf8).map(UInt64.init)
  }

  /// Reads the keys; `nil` where they are missing, stale, torn or altered.
  func keys() -> KeyIndex? {
    let fields = KeyField.all(schema)
    guard let bytes = folder.read(keysName), let file = CacheFile(bytes),
      file.words.count > FileStamp.count,
      let covered = Int(exactly: file.words[FileStamp.count]),
      file.words == keyWords(covered, fields),
      file.blockCount == fields.count * KeyTable.blockCount
    else { return nil }
    var tables: [KeyField: KeyTable] = [:]
    for (index, field) in fields.enumerated() {
      guard let table = KeyTable(file, at: index * KeyTable.blockCount) else { return nil }
      tables[field] = table
    }
    return KeyIndex(tables, covered: covered)
  }

  /// Keeps keys.
  func save(_ keys: KeyIndex) {
    let fields = KeyField.all(schema)
    let blocks = fields.compactMap { keys.tables[$0]?.blocks }.flatMap(\.self)
    folder.write(keysName, CacheFile.pieces(keyWords(keys.covered, fields), blocks))
  }
}
