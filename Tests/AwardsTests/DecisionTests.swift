import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Payouts that were really decided.
struct DecisionTests {
  /// 凉府办发〔2008〕18号, 2008-03-21: 150万 in thirteen lines; 会理's product has a certification mark too.
  private static let liangshan =
    #"""
    {"kind":"enterprise","id":"haoji","name":"豪吉食品"}
    {"kind":"enterprise","id":"jinyang","name":"金阳县人民政府","type":"government"}
    {"kind":"enterprise","id":"huili","name":"会理县"}
    {"kind":"enterprise","id":"xingangye","name":"西昌新钢业"}
    {"kind":"enterprise","id":"pnm1","name":"省名牌企业一"}
    {"kind":"enterprise","id":"pnm2","name":"省名牌企业二"}
    {"kind":"enterprise","id":"pnm3","name":"省名牌企业三"}
    {"kind":"enterprise","id":"pnm4","name":"省名牌企业四"}
    {"kind":"enterprise","id":"pnm5","name":"省名牌企业五"}
    {"kind":"enterprise","id":"jianengda","name":"佳能达"}
    {"kind":"brand","id":"jinyang-1","name":"金阳产品一","owner":"jinyang"}
    {"kind":"brand","id":"jinyang-2","name":"金阳产品二","owner":"jinyang"}
    {"kind":"brand","id":"huili-1","name":"会理产品","owner":"huili"}

    """#
    + [
      ("haoji-cnm", "china-famous-brand-product", "haoji"),
      ("haoji-wk", "well-known-trademark", "haoji"),
      ("xingangye-pnm-1", "sichuan-famous-brand-product", "xingangye"),
      ("xingangye-pnm-2", "sichuan-famous-brand-product", "xingangye"),
      ("pnm1-pnm", "sichuan-famous-brand-product", "pnm1"),
      ("pnm2-pnm", "sichuan-famous-brand-product", "pnm2"),
      ("pnm3-pnm", "sichuan-famous-brand-product", "pnm3"),
      ("pnm4-pnm", "sichuan-famous-brand-product", "pnm4"),
      ("pnm5-pnm", "sichuan-famous-brand-product", "pnm5"),
      ("jianengda-pwk", "sichuan-famous-trademark", "jianengda"),
    ].map { Sample.title($0, $1, "2007", holder: $2, brand: nil, event: nil) }.joined()
    + [
      ("jinyang-gi-1", "gi-product", "jinyang", "jinyang-1"),
      ("jinyang-gi-2", "gi-product", "jinyang", "jinyang-2"),
      ("huili-gi", "gi-product", "huili", "huili-1"),
      ("huili-gi-mark", "gi-mark", "huili", "huili-1"),
    ].map { Sample.title($0, $1, "2007", holder: $2, brand: $3, event: nil) }.joined()

  @Test func `凉山州 2008 pays 150万, each line as decided`() throws {
    let round = try Sample(library: "liangshan-2008", Self.liangshan).round(2008)
    #expect(round.total == Money(fen: 150_000_000))
    #expect(round.total.description == "1,500,000.00")
    #expect(
      round.summary == """
        liangshan-2008/一#haoji-cnm eligible 20000000
        liangshan-2008/二#haoji-wk eligible 20000000
        liangshan-2008/三#huili-gi eligible 10000000
        liangshan-2008/三#huili-gi-mark not-eligible 0
        liangshan-2008/三#jinyang-gi-1 eligible 10000000
        liangshan-2008/三#jinyang-gi-2 eligible 10000000
        liangshan-2008/四#pnm1-pnm eligible 10000000
        liangshan-2008/四#pnm2-pnm eligible 10000000
        liangshan-2008/四#pnm3-pnm eligible 10000000
        liangshan-2008/四#pnm4-pnm eligible 10000000
        liangshan-2008/四#pnm5-pnm eligible 10000000
        liangshan-2008/四#xingangye-pnm-1 eligible 10000000
        liangshan-2008/四#xingangye-pnm-2 eligible 10000000
        liangshan-2008/五#jianengda-pwk eligible 10000000
        """
    )
    let haoji = round.claims.filter { $0.recipientName == "豪吉食品" }
    #expect(haoji.reduce(0) { $0 + $1.amount.fen } == 40_000_000)
  }

  @Test func `the round of another year pays nothing of it`() throws {
    let sample = try Sample(library: "liangshan-2008", Self.liangshan)
    #expect(try sample.round(2007).claims.isEmpty)
    #expect(try sample.round(2009).claims.isEmpty)
  }

  @Test func `郑州 2007 pays 100万 and lists five who are commended without money`() throws {
    let firms = [
      ("fangxin", "方欣", "first"), ("boda", "博大", "first"), ("yutong", "宇通", "renewal"),
      ("shaolin", "少林", "renewal"), ("zhengxing", "正星", "renewal"),
      ("jinyuan", "金苑", "renewal"), ("haijia", "海嘉", "renewal"),
    ]
    let records = firms.map { id, name, event in
      #"{"kind":"enterprise","id":"\#(id)","name":"\#(name)"}"# + "\n"
        + Sample.title(
          "\(id)-cnm",
          "china-famous-brand-product",
          "2007-09",
          holder: id,
          brand: nil,
          event: event
        )
    }
    let round = try Sample(library: "zhengzhou-2007", records.joined()).round(2007)
    #expect(round.total == Money(fen: 100_000_000))
    let eligible = round.claims.filter { $0.outcome == .eligible }
    let paid = eligible.filter { !$0.isCommendation }
    #expect(Set(paid.map(\.recipientName)) == ["方欣", "博大"])
    #expect(paid.allSatisfy { $0.amount == Money(fen: 50_000_000) })
    let commended = eligible.filter(\.isCommendation)
    #expect(Set(commended.map(\.recipientName)) == ["宇通", "少林", "正星", "金苑", "海嘉"])
    #expect(commended.allSatisfy { $0.amount == .zero })
    #expect(
      try round.claim("一", "yutong-cnm").outcome == .notApplicable,
      "the clause on first titles says that it is not about a renewal"
    )
  }
}
