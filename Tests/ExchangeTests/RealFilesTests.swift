import Exchange
import TestSupport
import Testing

@Suite(.enabled(if: Shared.data != nil, "the folder of real inputs is not beside the checkout"))
struct RealFilesTests {
  private static let recognition = [
    FieldTarget(name: "scheme", labels: ["Scheme", "荣誉类别"]),
    FieldTarget(name: "brand", labels: ["Brand", "品牌"]),
    FieldTarget(name: "holder", labels: ["Holder", "获奖单位"]),
    FieldTarget(name: "awarded", labels: ["Awarded", "认定日期"]),
    FieldTarget(name: "document", labels: ["Document", "文号"]),
    FieldTarget(name: "validUntil", labels: ["Valid until", "有效期至"]),
    FieldTarget(name: "note", labels: ["Note", "备注"]),
  ]

  private static let enterprise = [
    FieldTarget(name: "id", labels: ["Unified credit code", "统一社会信用代码"]),
    FieldTarget(name: "name", labels: ["Name", "名称"], aliases: ["企业名称"]),
    FieldTarget(name: "type", labels: ["Type", "类型"], aliases: ["企业类型"]),
    FieldTarget(name: "registeredOn", labels: ["Registered on", "注册日期"]),
    FieldTarget(name: "capital", labels: ["Capital", "注册资金"]),
    FieldTarget(name: "address", labels: ["Address", "注册地址"]),
  ]

  /// Reads a whole file under a mapping file.
  private static func read(_ path: String, _ targets: [FieldTarget], _ rules: String) throws -> (
    mapping: HeaderMapping, rows: [[String: String]]
  ) {
    let table = try TableReader(CSVReader(shared(path)))
    let rules = try MappingRules(SourceText(Array(rules.utf8), origin: "m.map"))
    let mapping = try HeaderMapping(table.header, targets: targets, rules: rules)
    let read = try rows(of: table).map { row in
      #expect(row.problems.isEmpty)
      let values = mapping.values(of: row).map { ($0.field, $0.text) }
      return Dictionary(uniqueKeysWithValues: values)
    }
    return (mapping, read)
  }

  @Test func `the register of enterprises is matched by its own header`() throws {
    let (mapping, rows) = try Self.read(
      "enterprises/qidong_enterprises_1638.csv",
      Self.enterprise,
      "企业类型:N/A =\n"
    )
    #expect(rows.count == 1_638)
    #expect(mapping.fields == Self.enterprise.map(\.name))
    #expect(
      mapping.ignored.map(\.name) == ["source_file", "法人代表", "经营范围", "所在省份", "地区"]
    )
    #expect(
      rows[0] == [
        "id": "9132068113883573X1", "name": "启东市环宇汽车修理有限公司", "registeredOn": "1979-12-01",
        "capital": "50(万元人民币)", "address": "汇龙镇人民西路1175号",
      ]
    )
    #expect(rows.count { $0["type"] == nil } == 1_535)
    #expect(rows.allSatisfy { $0["name"] != nil })
  }

  @Test func `the published lists become recognitions by a mapping file`() throws {
    let rules = """
      # 公开名单 → 荣誉记录
      list_id    = scheme
      list_id:changzhou_lzh_4 = cz-time-honoured
      brand     := {mark|enterprise}
      enterprise = holder
      doc_date   = awarded
      document  := {authority} {doc_no|}
      valid_to   = validUntil
      note      := {goods_or_note|} {region}
      seq        = -
      """
    let (mapping, rows) = try Self.read(
      "brands/brand_lists_from_public_pages.csv",
      Self.recognition,
      rules
    )
    #expect(rows.count == 106)
    #expect(mapping.ignored.map(\.name) == ["tier", "valid_from", "source_url"])
    #expect(
      rows[0] == [
        "scheme": "cz-time-honoured", "brand": "汪德隆", "holder": "溧阳市汪德隆长记食品有限公司",
        "awarded": "2023-04-11", "document": "常州市商务局 第四批“常州老字号”拟认定名单(16家)",
        "note": "1903年 溧阳",
      ]
    )
    #expect(rows.allSatisfy { $0["brand"] != nil && $0["scheme"] != nil })
    let unmarked = rows.filter { $0["scheme"] == "ningbo_cm_2006" }
    #expect(unmarked.count == 24)
    #expect(unmarked.allSatisfy { $0["brand"] == $0["holder"] })
  }

  @Test func `the geographical products get their scheme from a constant`() throws {
    let (mapping, rows) = try Self.read(
      "brands/jiangsu_agi_products_47.csv",
      Self.recognition,
      """
      scheme       := agi
      product_name  = brand
      cert_holder   = holder
      document     := 证书 {agi_cert_no}
      note         := {city}：{title}
      """
    )
    #expect(rows.count == 47)
    #expect(mapping.ignored.isEmpty)
    #expect(rows[1]["brand"] == "兴化大闸蟹")
    #expect(rows[1]["holder"] == "兴化市大闸蟹行业协会")
    #expect(rows[1]["document"] == "证书 AGI00146")
    #expect(rows.allSatisfy { $0["scheme"] == "agi" })
  }
}
