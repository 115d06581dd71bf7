import Bilingual

extension Parser {
  /// Judges what can be judged only when the whole line has been read.
  mutating func checkWhole() {
    // A group named without its command shows its help; only wrong words are worth a refusal.
    if command.run != nil {
      assignOperands()
      checkRequired()
      checkRules()
    }
    judgeStrangers()
    // Stable: errors without a word, such as something missing, come last.
    let places = errors.enumerated().map { (offset, error) in
      if case .word(let index)? = error.origin { (index, offset) } else { (words.count, offset) }
    }
    errors = places.sorted { $0 < $1 }.map { errors[$0.1] }
  }

  private mutating func assignOperands() {
    let declared = command.arguments.map(\.declaration)
    var left = operands[...]
    let isUnlimited = declared.contains { $0.isRepeatable }
    if !isUnlimited && left.count > declared.count {
      left = left.filter { !$0.isDoubtful }[...]
    }
    for argument in declared {
      let taken = argument.isRepeatable ? left : left.prefix(1)
      left = left.dropFirst(taken.count)
      for operand in taken {
        let name = argument.kind.name
        record(name.en, argument.kind, name, words[operand.index], .word(operand.index))
      }
      if taken.count < argument.least {
        refuse(
          .missingArgument,
          typed: "",
          subject: argument.kind.name,
          expected: argument.help
        )
      }
    }
    for operand in left {
      let word = words[operand.index]
      // An input method types full-width dashes; such a word was meant as an option.
      let folded = foldedName(word)
      let suggestion = folded != word && folded.utf8.starts(with: "-".utf8) ? folded : nil
      refuse(.unexpectedArgument, at: operand.index, typed: word, suggestion: suggestion)
    }
  }

  private mutating func checkRequired() {
    for option in options where option.isRequired {
      let isGiven = arguments.given[option.spelling] != nil || firstTyped[option.spelling] != nil
      let isMisplaced = strangers.contains { option.spellings.contains($0.typed) }
      guard !isGiven && !isMisplaced else { continue }
      refuse(.missingOption, typed: "", subject: option.subject, expected: option.help)
    }
  }

  private mutating func checkRules() {
    for command in path {
      for rule in command.rules { check(rule) }
    }
  }

  private mutating func check(_ rule: OptionRule) {
    switch rule {
    case .exclusive(let members):
      let typed = members.map(\.declaration).filter { firstTyped[$0.spelling] != nil }
        .sorted { firstTyped[$0.spelling, default: 0] < firstTyped[$1.spelling, default: 0] }
      for option in typed.dropFirst() {
        refuse(
          .conflictingOptions,
          at: firstTyped[option.spelling],
          typed: option.spelling,
          subject: option.subject,
          expected: typed[0].subject
        )
      }
    case .needs(let member, let needed):
      let (option, other) = (member.declaration, needed.declaration)
      let isGiven = firstTyped[other.spelling] != nil || arguments.given[other.spelling] != nil
      guard let index = firstTyped[option.spelling], !isGiven else { return }
      refuse(
        .neededOption,
        at: index,
        typed: option.spelling,
        subject: option.subject,
        expected: other.subject
      )
    }
  }

  /// Names the unknown options, now that it is known which command they were typed for.
  private mutating func judgeStrangers() {
    let names = options.map(\.name) + ["help"] + (path.count == 1 ? ["version"] : [])
    for stranger in strangers {
      if options.contains(where: { $0.spellings.contains(stranger.typed) }) {
        refuse(.misplacedOption, at: stranger.index, typed: stranger.typed)
        continue
      }
      let isLong = stranger.typed.utf8.starts(with: "--".utf8) || stranger.typed.count > 2
      let suggestion: String?
      if isLong {
        let bare = foldedName(stranger.typed).drop { $0 == "-" }.prefix { $0 != "=" }
        suggestion = nearestName(to: String(bare), among: names).map { "--\($0)" }
      } else {
        let letter = stranger.typed.dropFirst().lowercased()
        suggestion = options.compactMap(\.short).first { $0.lowercased() == letter }.map {
          "-\($0)"
        }
      }
      refuse(.unknownOption, at: stranger.index, typed: stranger.typed, suggestion: suggestion)
    }
  }

  /// Notes something wrong with the word at an index, or at the cursor where none is given.
  mutating func refuse(
    _ code: UsageError.Code,
    at index: Int?,
    typed: String,
    subject: Phrase = Phrase(en: "", zh: ""),
    expected: Phrase? = nil,
    suggestion: String? = nil
  ) {
    refuse(
      code,
      origin: index.map(Origin.word),
      typed: typed,
      subject: subject,
      expected: expected,
      suggestion: suggestion
    )
  }

  /// Notes something wrong.
  mutating func refuse(
    _ code: UsageError.Code,
    origin: Origin? = nil,
    typed: String,
    subject: Phrase = Phrase(en: "", zh: ""),
    expected: Phrase? = nil,
    suggestion: String? = nil
  ) {
    errors.append(
      UsageError(
        code,
        origin: origin,
        typed: typed,
        subject: subject,
        expected: expected,
        suggestion: suggestion,
        command: arguments.command
      )
    )
  }
}
