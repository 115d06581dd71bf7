import Ledger

/// A name as it is compared with others: what the eye and the ear take it for.
///
/// Width, case, blanks, punctuation and traditional forms make no difference to it.
struct Spelling: Sendable {
  /// The letters, digits and Chinese characters, in their simplified form.
  let scalars: [Unicode.Scalar]
  /// The same before traditional forms were simplified.
  let written: [Unicode.Scalar]

  /// Reads a name.
  init(_ name: String) {
    self.init(written: Self.letters(of: name))
  }

  init(written: [Unicode.Scalar]) {
    self.written = written
    scalars = written.map(HanTable.simplified)
  }

  /// The readings of each character; none where it is not a Chinese one.
  var readings: [[HanTable.Reading]] { scalars.map(HanTable.readings) }

  /// The letters, digits and characters of a name, folded.
  static func letters(of name: String) -> [Unicode.Scalar] {
    Folding.key(name).unicodeScalars.filter {
      HanTable.isHan($0) || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  /// The text.
  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// The text with each character in place of those that look like it.
  var skeleton: [Unicode.Scalar] { LookAlikes.skeleton(scalars) }

  /// The first reading of all in Latin letters, without tones.
  var letters: String {
    zip(scalars, readings).map { scalar, readings in
      readings.first.map(HanTable.letters) ?? String(scalar)
    }.joined()
  }
}

/// Characters that are taken for each other at a glance; our own list, of those that marks are copied with.
enum LookAlikes {
  /// Returns a text with the first of its group in place of each character.
  static func skeleton(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in scalars {
      // Two letters that look like one: rn like m, vv like w.
      if let last = result.last, let joined = joined(last, scalar) {
        result[result.count - 1] = joined
      } else {
        result.append(leaders[scalar] ?? scalar)
      }
    }
    return result
  }

  private static func joined(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Unicode.Scalar? {
    switch (left, right) {
    case ("r", "n"): "m"
    case ("v", "v"): "w"
    case ("c", "l"): "d"
    default: nil
    }
  }

  private static let groups = """
    o0О οо l1iі| s5 z2 b8 g9 aа eе pр cс xх yу nп \
    己已巳 未末 日曰 土士 大太犬 天夭 千干于 王玉主 人入八 白自百 目且 今令 牛午 戊戌戍 侯候 晴睛 拔拨 微徽 \
    免兔 幻幼 折拆 博搏 栗粟 治冶 茶荼 历厉 享亨 贝见 风凤 乌鸟 刁刀 工土 失矢 压庄 住往 师帅 亿忆 代伐 兵乒乓 冈岗 \
    爪瓜 甲由申 田由 北比 古吉 石右 舌古 含合 名各 问间 圆园 困因 巾币 开井 万方 力九 几凡 口囗 四西 木本 木术 \
    米来 禾未 竟竞 管菅 籍藉 粱梁 娘狼 浪狠 暖暧 杨扬 汤场 陈阵 阳阴 扶抚 抡抢 仓仑 庐芦 庆厌 康庚 雷霜 雪雷 \
    海诲 洋详 鲜解 鱼鲁 龙尤 发友 泰秦 春舂 盛威 戚威 源原 宏宠 宝室 富宫 常裳 堂棠 金全 铃玲 银很 钱线 福幅 禄碌
    """

  /// The other characters of the group of one.
  static func lookingLike(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let leader = members.first { $0.scalar == scalar }?.leader ?? scalar
    let group = members.filter { $0.leader == leader }.map(\.scalar) + [leader]
    return group.filter { $0 != scalar }.sorted()
  }

  /// The characters with the first of their group, which is not among them; one of two groups goes by the first of them.
  private static let members: [(scalar: Unicode.Scalar, leader: Unicode.Scalar)] = {
    var members: [(scalar: Unicode.Scalar, leader: Unicode.Scalar)] = []
    var leader: Unicode.Scalar?
    for scalar in groups.unicodeScalars {
      guard scalar != " " else {
        leader = nil
        continue
      }
      let known = members.first { $0.scalar == scalar }?.leader
      if let leader {
        if known == nil { members.append((scalar, leader)) }
      } else {
        leader = known ?? scalar
      }
    }
    return members
  }()

  /// The same, for those who ask for very many.
  private static let leaders = Dictionary(
    uniqueKeysWithValues: members.map { ($0.scalar, $0.leader) }
  )
}
