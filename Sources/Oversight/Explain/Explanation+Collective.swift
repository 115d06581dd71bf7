extension Explanation {
  /// What may be refused or found about collective marks, their members, and titles to come.
  static let collective = #"""
    mark-without-members
    The mark is an ordinary one and has no members. | Another mark of the same name was meant. | Name a collective or certification mark.
    该商标为普通商标，没有成员。 | 所指可能是同名的另一商标。 | 请指定集体商标或证明商标。
    > brandledger mark members CN/99000001
    mark-rule-period
    A technical standard sets a period that only rules of use have. | The two versions were mixed up. | Put it into the mark-rule of type use-rules.
    技术标准填写了只在使用管理规则中有效的期限。 | 混淆了两类规则。 | 请填入类型为使用管理规则的 mark-rule。
    > brandledger add mark-rule mark=CN/1 type=standard title=示例标准 inForceFrom=2024-01-01 reportWithin=3m
    no-such-member
    The enterprise is no member of the mark. | It was never admitted, or its name is another one. | See 'brandledger mark members'; 'mark admit' admits it.
    该企业不是此商标的成员。 | 未曾准入，或名称有误。 | 用 mark members 查看；用 mark admit 准入。
    > brandledger mark warn 天汾电动工具 某企业 --text 说明
    membership-evidence
    No paper shows that a member may be admitted. | --paper was left out. | Name the test report or the decision.
    没有准入依据材料。 | 漏填 --paper。 | 写明检测报告或审核决定。
    > mark admit without --paper
    membership-fault-open
    What an inspection found is not mended yet. | The mending was not entered. | Enter it with 'mark mend', or a new inspection that it passed.
    检查发现的问题尚未整改。 | 未登记整改。 | 用 mark mend 登记，或登记合格的复查。
    > mark restore, or mark labels, while a fault is open
    membership-future
    The day lies in the future. | It was mistyped. | Give the day on which it was done.
    日期在未来。 | 录入有误。 | 填写实际办理日期。
    > mark suspend --on next year
    membership-move
    The membership does not stand where this can be done. | It has ended, is suspended, or is not admitted yet. | The message says what is possible.
    成员当前状态不能这样办理。 | 已取消、已暂停或尚未准入。 | 提示中列有可办理的事项。
    > mark restore of a member that is not suspended
    membership-order
    The day lies before the last change of the membership. | Events follow each other. | Give that day or a later one.
    日期早于成员资格上一次变化。 | 事项须按先后登记。 | 填写该日或之后的日期。
    > mark suspend on the day before the admission
    membership-reason
    A warning, a suspension or an end has no reason. | --text was left out. | Say why.
    警告、暂停、恢复或取消未写理由。 | 漏填 --text。 | 写明理由。
    > mark suspend without --text
    membership-standard
    No technical standard is on record for the mark. | Its rules were not entered. | Name it with --standard, or add a mark-rule.
    该商标未登记技术标准。 | 未录入商标规则。 | 用 --standard 写明，或添加商标规则。
    > mark assess of a member of a mark without rules
    authorisation-before-mark
    The authorisation begins before the mark was registered. | A day was mistyped. | Begin it with the registration or later.
    授权早于商标注册日期。 | 日期录错。 | 授权不得早于注册日期。
    > mark authorise --from a day before the registration
    authorisation-below-standard
    The member does not meet the technical standard, or was not assessed. | Only members that meet it may use the mark. | Enter 'mark assess' first.
    成员未达标或未评定。 | 达到技术标准的成员方可使用。 | 先登记评定（mark assess）。
    > mark authorise of a member that failed the test
    authorisation-beyond-mark
    The authorisation runs longer than the mark itself. | The mark was not renewed yet. | End it with the mark, or enter the renewal first.
    授权超出商标专用期。 | 商标尚未续展。 | 授权截止于期满日，或先登记续展。
    > mark authorise --until a day after the term
    authorisation-mark
    The membership is of no mark on record. | The mark was removed. | Correct the mark of the membership.
    成员关系所属商标不存在。 | 商标记录已删除。 | 更正所属商标。
    > mark authorise of a membership whose mark is gone
    authorisation-period
    The authorisation ends before it begins. | --from and --until were mixed up. | Compare them.
    授权末日早于首日。 | 起止颠倒。 | 核对起止日期。
    > mark authorise --from 2026-02-01 --until 2026-01-31
    inspection-findings
    What an inspection found is not told. | --text was left out. | Tell it.
    未写明检查发现的问题。 | 漏填 --text。 | 写明问题。
    > mark inspect --result fail
    inspection-mend-by
    The day by which faults are to be mended is missing, or lies before the inspection. | It was left out or mistyped. | Set it with --mend-by.
    整改期限缺失或早于检查日期。 | 漏填或录错。 | 用 --mend-by 写明。
    > mark inspect --result mend
    inspection-nothing-open
    Nothing of the inspection is left to mend. | It was passed, or mended before. | See 'brandledger show ID'.
    该检查没有待整改的问题。 | 检查合格或已整改。 | 用 show 查看。
    > mark mend of an inspection that was passed
    inspection-order
    The mending lies before the inspection. | A day was mistyped. | Give a later day.
    整改日期早于检查日期。 | 日期录错。 | 填写之后的日期。
    > mark mend --on the day before the inspection
    labels-without-right
    The member was not authorised on that day, suspended, or in business no longer; or a day was mistyped. | Put that right first, or correct the event.
    成员当日未获授权、已暂停，或企业已注销、吊销；或日期录错。 | 先办理相应事项，或更正事项。
    > memberships.jsonl: {"id":"m1","mark":"CN/1","member":"e1","state":"admitted","admittedOn":"2024-01-01"}
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","registeredOn":"2023-01-01","route":"domestic","owner":"e2","kind":"collective","status":"registered","mark":"甲"}
    > membership-events.jsonl: {"id":"v1","membership":"m1","date":"2025-01-01","action":"labels","labels":100}
    membership-twice
    The membership was entered or imported twice. | Merge both, or end one with 'mark withdraw'.
    成员关系重复录入或导入。 | 合并，或用 mark withdraw 终止其一。
    > memberships.jsonl: {"id":"m1","mark":"CN/1","member":"e1","state":"admitted","admittedOn":"2024-01-01"}
    > memberships.jsonl: {"id":"m2","mark":"CN/1","member":"e1","state":"admitted","admittedOn":"2025-01-01"}
    report-early
    The year of a use report is not over. | The year was mistyped. | Give the year that the report is on.
    使用报告的年度尚未结束。 | 年度录错。 | 填写报告年度。
    > mark submit --year of the present year
    report-twice
    The member reported on that year already. | The report came twice. | Correct the first one.
    该年度已报告。 | 重复提交。 | 更正已有报告。
    > mark submit twice
    no-planned-title
    The brand is not prepared for any title. | plannedScheme is empty. | Set plannedScheme and plannedYear.
    品牌未填写拟申报荣誉。 | plannedScheme 为空。 | 填写拟申报荣誉和年份。
    > brandledger pipeline 某品牌
    unknown-condition
    A condition of a scheme is none that the pipeline can judge. | Its name was mistyped. | Take one that the message lists.
    荣誉项目的条件无法判断。 | 名称录错。 | 从提示所列条件中选用。
    > [{"is":"oprating"}]
    membership-old-standard
    A new version of the standard came into force. | Assess the member anew, or suspend it.
    技术标准已更新。 | 重新评定，或暂停使用。
    > memberships.jsonl: {"id":"m1","mark":"CN/1","member":"e1","state":"admitted","admittedOn":"2024-01-01","authorisedFrom":"2024-01-01","authorisedUntil":"2026-12-31","standard":"T/A 1-2023","meetsStandard":true}
    > mark-rules.jsonl: {"id":"r1","mark":"CN/1","type":"standard","inForceFrom":"2025-01-01","title":"示例标准","number":"T/A 1-2025"}
    membership-state
    The state was typed, or an event is missing. | Set the state that the events tell, or enter what is missing.
    状态为手工填写，或缺少事项。 | 按事项填写状态，或补登事项。
    > memberships.jsonl: {"id":"m1","mark":"CN/1","member":"e1","state":"admitted","admittedOn":"2024-01-01"}
    > membership-events.jsonl: {"id":"v1","membership":"m1","date":"2025-01-01","action":"suspended"}
    member-list-blank
    The list of members leaves something blank. | The enterprise has no credit code or address on record. | Fill it with 'set enterprise' before filing.
    报备名单有空缺。 | 企业未登记统一社会信用代码或地址。 | 报备前用 set enterprise 补填。
    > brandledger mark members 天汾电动工具 --to-file
    certification-owner
    The owner of a certification mark cannot be its user. | It is for those whose goods the owner certifies. | Admit those, or correct the mark's kind or owner.
    证明商标注册人不得自用。 | 证明商标由注册人以外的单位或个人使用。 | 准入符合条件的其他单位，或更正商标种类、注册人。
    > mark admit of the owner of a certification mark
    collective-users
    The mark was licensed to somebody who is no member, or went to a company. | Correct the event or the enterprise's type, or take the matter up.
    商标许可给非成员，或转让给公司等不具备资格的主体。 | 更正事项或主体类型，属实的依规处理。
    > enterprises.jsonl: {"id":"e1","name":"甲公司","type":"company"}
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","registeredOn":"2023-01-01","route":"domestic","owner":"e1","kind":"collective","status":"registered","mark":"甲"}
    member-closed
    The enterprise was deregistered or its licence revoked, and nobody ended the membership. | End it with 'mark withdraw', or correct the enterprise's status.
    企业已注销或被吊销，成员资格未终止。 | 用 mark withdraw 取消成员资格，或更正企业登记状态。
    > enterprises.jsonl: {"id":"e1","name":"甲","status":"deregistered"}
    > memberships.jsonl: {"id":"m1","mark":"CN/1","member":"e1","state":"admitted","admittedOn":"2024-01-01"}
    labels-over-quota
    More labels were entered than the quota allows, or a report names more than were issued. | Compare with the label book; correct the events.
    登记的标识超过配额，或报告使用数超过发放数。 | 与标识台账核对并更正。
    > memberships.jsonl: {"id":"m1","mark":"CN/1","member":"e1","state":"admitted","admittedOn":"2024-01-01","authorisedFrom":"2024-01-01","authorisedUntil":"2026-12-31","quota":100}
    > membership-events.jsonl: {"id":"v1","membership":"m1","date":"2025-01-01","action":"labels","labels":101}
    member-list-unfiled
    A member joined or left, and the list was not filed. | File 'mark members … --to-file', and enter it with 'mark file'.
    成员有变更而未报备。 | 按 mark members … --to-file 报备，并用 mark file 登记。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","registeredOn":"2023-01-01","route":"domestic","owner":"e1","kind":"collective","status":"registered","mark":"甲"}
    > mark-rules.jsonl: {"id":"r1","mark":"CN/1","type":"use-rules","inForceFrom":"2023-01-01","title":"示例规则","fileWithin":"1m"}
    > memberships.jsonl: {"id":"m1","mark":"CN/1","member":"e2","state":"admitted","admittedOn":"2024-01-01"}
    used-without-right
    Somebody uses a collective mark without an authorisation, or for another product. | Take the matter up, and fill settledOn when it is done.
    未经授权或超出授权产品使用集体商标。 | 依规处理，办结后填写处理完毕日期。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","registeredOn":"2023-01-01","route":"domestic","owner":"e1","kind":"collective","status":"registered","mark":"甲"}
    > sightings.jsonl: {"id":"s1","date":"2025-01-01","enterprise":"e2","trademark":"CN/1"}
    title-used-without-right
    A title ended, was never won, or is 驰名商标, and is used all the same. | Have the use stopped, and fill settledOn when it is done.
    荣誉已届满、从未获得或为驰名商标而仍被使用。 | 责令停止使用，办结后填写处理完毕日期。
    > sightings.jsonl: {"id":"s1","date":"2025-01-01","enterprise":"e2","scheme":"well-known-trademark"}
    well-known-advertised
    The holder uses 驰名商标 on goods or in adverts, or means to. | Tell the holder, and set advertised=no.
    持有人将驰名商标用于或拟用于商品、广告。 | 告知持有人，并填 advertised=否。
    > recognitions.jsonl: {"id":"r1","scheme":"well-known-trademark","awarded":"2024-01-01","advertised":true}
    title-abolished
    The scheme was abolished while the title has no end on record. | Fill validUntil from the certificate; it is history only.
    项目已废止而荣誉未登记届满日期。 | 按证书填写有效期至；仅作历史。
    > recognitions.jsonl: {"id":"r1","scheme":"nantong-well-known-trademark","awarded":"2016-12-27"}
    scheme-conditions
    A condition is mistyped or lacks a part. | Write conditions such as [{"is":"years-of-use","atLeast":3}].
    条件录错或缺少内容。 | 写作 [{"is":"years-of-use","atLeast":3}]。
    > schemes.jsonl: {"id":"s1","name":"示例奖","level":"county","conditions":[{"is":"years-of-use"}]}
    planned-title
    The title ended before the year for which the brand is planned. | Plan for a title that exists.
    该荣誉在拟申报年份已不再授予。 | 改填现行荣誉项目。
    > brands.jsonl: {"id":"b1","name":"甲","plannedScheme":"china-famous-brand-product","plannedYear":2026}
    planned-well-known
    驰名商标 was entered as an honour to apply for. | Gather proof for a case that needs it, and plan another title.
    将驰名商标列为拟申报荣誉。 | 为案件积累证据，荣誉申报另定项目。
    > brands.jsonl: {"id":"b1","name":"甲","plannedScheme":"well-known-trademark","plannedYear":2026}
    """#
}
