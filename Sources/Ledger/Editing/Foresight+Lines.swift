public import JSONLines

extension Foresight {
  /// What stands in some lines of JSON.
  public enum Sight: Sendable {
    /// New records that are written as they stand, or in the order of their fields with nothing around the values.
    case lines(ForeseenLines)
    /// Something else, which has to be read.
    case line(Line)
  }

  /// Looks at lines of JSON: those of new records in which nothing has to be changed need not be read.
  ///
  /// - Parameters:
  ///   - range: Where they stand; it begins and ends between lines.
  ///   - bytes: The file.
  ///   - number: The number of the first.
  /// - Returns: What stands in them, in their order.
  public mutating func look(at range: Range<Int>, of bytes: Bytes, from number: Int) -> [Sight] {
    guard let fills else { return Self.unread(range, bytes, number) }
    return look(at: range, bytes, number, whereFilled: fills, isMade: false)
  }

  /// Looks at lines that were written of cells.
  ///
  /// - Parameter lines: The lines; they are numbered from 0.
  /// - Returns: Which are new records, in their order.
  public mutating func look(atMade lines: [UInt8]) -> [Sight] {
    defer {
      written = 0
      calls.removeAll(keepingCapacity: true)
    }
    return look(at: 0..<lines.count, Bytes(lines), 0, whereFilled: [], isMade: true)
  }

  private mutating func look(
    at range: Range<Int>,
    _ bytes: Bytes,
    _ number: Int,
    whereFilled fills: [Int],
    isMade: Bool
  ) -> [Sight] {
    let (names, labels) = (names, labels)
    let ids = (try? own.idFilter()) ?? nil
    var sights = SightList(schema, bytes, identities: isMade ? identities : [])
    var number = number
    var called = 0
    let plan = FieldPlan(
      keys: schema.fieldNames,
      wanted: Array(schema.fields.indices),
      isStrict: true
    )
    unsafe bytes.withRaw { buffer in
      // The bytes are lent for as long as the scanner lives.
      var scanner = unsafe FieldScanner(plan, buffer, range)
      let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
      while scanner.nextLines() {
        for index in 0..<scanner.count {
          let line = scanner.line(index)
          let frame = LineFrame(scanner, index, span, names)
          var id = frame == .odd ? nil : plainID(scanner, index, span, fills, ids)
          if id != nil, isMade, unsafe !isNew(scanner, index, buffer) { id = nil }
          if let id {
            let keys = isMade ? identityKeys : []
            if frame == .shortest, !sights.isRewriting {
              sights.append(line, number, id, keys)
            } else {
              sights.rewrite(number, id, keys) { text in
                Self.write(labels, scanner, index, span, to: &text)
              }
            }
          } else {
            let isWhole = line.upperBound < span.count && span[line.upperBound] == 0x0A
            sights.append(
              Line(number: number, start: line.lowerBound, end: line.upperBound, isWhole: isWhole)
            )
          }
          while isMade, called < calls.count, calls[called].line <= number {
            if id != nil { sights.call(calls[called].call) }
            called += 1
          }
          number += 1
        }
      }
    }
    return sights.finish()
  }

  /// Writes a line anew: its values in the order of their fields, with nothing around them that is not needed.
  private static func write(
    _ labels: [[UInt8]],
    _ scanner: borrowing FieldScanner,
    _ index: Int,
    _ bytes: Span<UInt8>,
    to text: inout [UInt8]
  ) {
    var open = UInt8(ascii: "{")
    for slot in scanner.keys(index) {
      guard let value = scanner.value(slot, index) else { continue }
      text.append(open)
      open = UInt8(ascii: ",")
      text += labels[slot]
      // The pointer is used within the closure only.
      unsafe bytes.extracting(value.start..<value.end).withUnsafeBufferPointer {
        unsafe text.append(contentsOf: $0)
      }
    }
    text.append(UInt8(ascii: "}"))
    text.append(0x0A)
  }

  private static func unread(_ range: Range<Int>, _ bytes: Bytes, _ number: Int) -> [Sight] {
    var splitter = LineSplitter(range, firstNumber: number)
    var sights: [Sight] = []
    while let line = bytes.withSpan({ splitter.line($0) }) { sights.append(.line(line)) }
    return sights
  }

  /// The hash of the id of a new record in whose values nothing has to be changed; `nil` for any other.
  private mutating func plainID(
    _ scanner: borrowing FieldScanner,
    _ index: Int,
    _ bytes: Span<UInt8>,
    _ fills: [Int],
    _ ids: KeyFilter?
  ) -> UInt32? {
    let line = scanner.line(index)
    guard line.upperBound < bytes.count, bytes[line.upperBound] == 0x0A,
      let id = scanner.value(0, index), id.kind == .string, !id.isEscaped,
      fills.allSatisfy({ scanner.value($0, index) != nil }),
      scanner.value(warningsSlot, index) == nil, isBeyondDoubt(scanner, index, bytes),
      isRight(scanner, index, bytes), refersToStanding(scanner, index, bytes)
    else { return nil }
    let hash = ByteHash.hash(bytes.extracting(id.start + 1..<id.end - 1))
    return ids?.mayHave(hash) == false ? hash : nil
  }

  /// Whether no value is one that the domain has to look at.
  private func isBeyondDoubt(
    _ scanner: borrowing FieldScanner,
    _ index: Int,
    _ bytes: Span<UInt8>
  ) -> Bool {
    for (slot, isPlain) in doubts {
      guard let value = scanner.value(slot, index) else { continue }
      guard value.kind == .string, !value.isEscaped,
        isPlain(bytes.extracting(value.start + 1..<value.end - 1))
      else { return false }
    }
    return true
  }

  /// Whether nothing is wrong or odd with any value; see ``Draft/judge(_:at:_:)``.
  private mutating func isRight(
    _ scanner: borrowing FieldScanner,
    _ index: Int,
    _ bytes: Span<UInt8>
  ) -> Bool {
    order.begin()
    var missing = demandCount
    for slot in scanner.keys(index) {
      guard let value = scanner.value(slot, index) else { continue }
      if demands[slot] { missing -= 1 }
      // What a spreadsheet left of a number is told where the line is read.
      if value.kind == .string,
        LostDigits.isTold(by: bytes.extracting(value.start + 1..<value.end - 1))
      {
        return false
      }
      order.look(slot, value, bytes)
      guard !forms[slot].fits(value, bytes) else { continue }
      var isRight = true
      recent.look(slot, bytes.extracting(value.start..<value.end)) {
        let field = fields[slot]
        let json = JSONValue(value, in: bytes)
        isRight = !(field.isRequired && json.isBlank) && field.type.check(json) == nil
        return isRight
      }
      guard isRight else { return false }
    }
    return missing == 0 && !order.isBroken
  }

  /// Whether every reference of a line is the id of a record that stands.
  private mutating func refersToStanding(
    _ scanner: borrowing FieldScanner,
    _ index: Int,
    _ bytes: Span<UInt8>
  ) -> Bool {
    for place in referred.indices {
      let slot = referred[place].slot
      guard let value = scanner.value(slot, index) else { continue }
      let records = referred[place].records
      var isStanding = true
      recentReferences.look(slot, bytes.extracting(value.start..<value.end)) {
        isStanding = JSONValue(value, in: bytes).texts.allSatisfy { text in
          (try? records.contains(RecordID(text))) == true
        }
        return isStanding
      }
      guard isStanding else { return false }
    }
    return true
  }

  /// Whether no record stands that is the same thing by what the values tell, and they tell something; leaves that as ``identityKeys``.
  ///
  /// An id that was made of them is no proof.
  private mutating func isNew(
    _ scanner: borrowing FieldScanner,
    _ index: Int,
    _ buffer: UnsafeRawBufferPointer
  ) -> Bool {
    // A record of its own kind may be meant by a name that is yet to come.
    guard
      !referred.contains(where: {
        $0.records.schema === schema && scanner.value($0.slot, index) != nil
      })
    else { return false }
    identityKeys.removeAll(keepingCapacity: true)
    var isTold = false
    for (place, slots) in identities.enumerated() {
      var hash = KeyHash()
      var known = 0
      for slot in slots {
        guard let value = scanner.value(slot, index) else {
          hash.add(Self.nothing)
          continue
        }
        // The value lies within the buffer, which was scanned.
        guard let next = unsafe folded.hash(value, as: canonicals[slot], buffer) else {
          return false
        }
        hash.add(next)
        known += 1
      }
      let tells = scanner.value(slots[0], index) != nil && known >= min(2, slots.count)
      if tells {
        isTold = true
        guard (try? own.mayHave(hash.value, inIdentity: place)) == false else { return false }
      }
      identityKeys.append(UInt64(hash.value) | (tells ? ForeseenLines.told : 0))
    }
    return isTold
  }

  private static let nothing = ByteHash.hash([])
}
