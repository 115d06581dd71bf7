extension Explanation {
  /// The checks; what each demands is told by the check itself.
  static let checks = #"""
    field-value
    A value was written by hand, or by a program that did not check it. | Correct it with 'set'; the finding carries the name of its own fault, such as bad-value.
    手工或未经检查的程序写入了值。 | 用 set 更正；发现以具体问题命名，例如 bad-value。
    > enterprises.jsonl: {"id":"e1","name":"甲公司","size":"huge"}
    dates-out-of-order
    Two dates were exchanged, or a year was mistyped. | Compare with the certificate.
    两个日期颠倒，或年份录错。 | 与证书核对。
    > patents.jsonl: {"id":"p1","number":"CN1","type":"invention","filedOn":"2024-05-01","grantedOn":"2023-05-01"}
    right-in-future
    A year was mistyped, or a grant was entered before its day. | Correct the date, or wait for the day.
    年份录错，或提前登记。 | 更正日期，或待该日之后登记。
    > patents.jsonl: {"id":"p1","number":"CN1","type":"invention","filedOn":"2125-05-01"}
    dangling-reference
    The record was removed, or its id misspelt. | Add it, or give the id of one that exists.
    被引用的记录已删除，或编号有误。 | 添加该记录，或更正编号。
    > brands.jsonl: {"id":"b1","name":"甲牌","owner":"nobody"}
    duplicate-identity
    The same thing was entered twice, often from two lists, or a number in two ways: 第1001号 and 1001. | Compare both; 'merge' makes them one and moves what refers to the other.
    同一事物重复登记，常见于两份名单，或号码写法不同（第1001号与1001）。 | 核对后用 merge 合并，引用一并转移。
    > enterprises.jsonl: {"id":"e1","name":"甲公司"}
    > enterprises.jsonl: {"id":"e2","name":"甲 公司"}
    likely-duplicate
    The name was written in another way: short, in traditional characters, with another legal form, or after a renaming. | Compare both; if they are one, 'merge' moves all references to the kept one.
    名称写法不同：简称、繁体、组织形式不同，或更名前后。 | 核对；确为同一事物时用 merge 合并，引用一并转移。
    > enterprises.jsonl: {"id":"e1","name":"启东市甲乙水产有限公司"}
    > enterprises.jsonl: {"id":"e2","name":"启东甲乙水产有限责任公司"}
    similar-marks
    Two owners use words that look or sound alike for the same goods. | Compare the marks; it is a suggestion to look, not a finding of infringement.
    不同权利人在相同商品上使用形、音相近的文字。 | 比对商标；此为提示，并非侵权认定。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","owner":"e1","mark":"天汾","classes":[8]}
    > trademarks.jsonl: {"id":"CN/2","office":"CN","number":"2","owner":"e2","mark":"田汾","classes":[8]}
    attachment-record
    The record was removed, or the attachment written by hand. | Remove the attachment with a reason, or set 'record' to the right one.
    记录已删除，或附件记录为手工写入。 | 注明原因删除该附件，或更正 record。
    > attachments.jsonl: {"id":"att1","kind":"case","record":"nowhere","type":"exe","bytes":1,"sha256":"../../etc/passwd"}
    town-elsewhere
    A city or county of elsewhere was added as a town, so that its enterprises would count for this city. | Leave the town of its enterprises empty, fill their area, and remove it.
    把外地的市、县作为镇区添加，会使其企业计入本市。 | 将其企业的镇区留空，填写登记地，再删除该镇区。
    > towns.jsonl: {"id":"hm","name":"海门市","type":"town"}
    seat-contradiction
    It moved away and its town was left, or the area was filled though it is here. | Take away the town, or the area.
    已迁出而未清空镇区，或本市企业误填登记地。 | 清空镇区或登记地。
    > enterprises.jsonl: {"id":"e1","name":"甲公司","town":"320681110","area":"310115"}
    title-outside-scheme
    The date is that of another paper, or the title belongs to a later scheme. | Compare with the certificate.
    日期取自其他文件，或应属后续荣誉项目。 | 与证书核对。
    > recognitions.jsonl: {"id":"r1","scheme":"china-famous-brand-product","awarded":"2012-09-01","event":"first"}
    title-in-future
    A year was mistyped, or a title was entered before its announcement. | Correct the date, or wait for the document.
    年份录错，或公布前登记。 | 更正日期，或待文件公布。
    > recognitions.jsonl: {"id":"r1","scheme":"jiangsu-quality-award","awarded":"2125-09-01","event":"first"}
    title-twice
    A renewal was entered as a first title, or the row twice. | Set event=renewal and previous, or leave the row out.
    复评误登为首次，或重复登记。 | 填 event=renewal 和 previous，或不登记。
    > brands.jsonl: {"id":"b1","name":"甲牌"}
    > recognitions.jsonl: {"id":"r1","scheme":"china-famous-brand-product","brand":"b1","awarded":"2006-09-01","event":"first"}
    > recognitions.jsonl: {"id":"r2","scheme":"china-famous-brand-product","brand":"b1","awarded":"2007-09-01","event":"first"}
    title-unknown-date
    The list says a year only. | Look the day up in the document; until then awards may stay unknown.
    名单只写年份。 | 查阅文件补充；在此之前奖励可能无法确定。
    > recognitions.jsonl: {"id":"r1","scheme":"jiangsu-quality-award","awarded":"2024","event":"first"}
    title-without-holder
    A list names the brand only. | Set holder; nobody is paid until then.
    名单只列品牌。 | 填写持有人；在此之前不会计算奖励。
    > recognitions.jsonl: {"id":"r1","scheme":"jiangsu-quality-award","awarded":"2024-05-01","event":"first"}
    holder-twice
    An enterprise was named twice, or is one with a co-holder that was entered apart. | Take it out of coHolders.
    重复填写，或与分开登记的共同持有人为同一企业。 | 从共同持有人中删去。
    > recognitions.jsonl: {"id":"r1","scheme":"jiangsu-quality-award","awarded":"2024-05-01","holder":"e1","coHolders":["e1"],"event":"first"}
    renewal-without-first
    The first title was won before the ledger began, or under another name. | Enter the first, or name it with previous.
    首次获得早于账本，或名称不同。 | 补登首次获得，或用 previous 指明。
    > recognitions.jsonl: {"id":"r1","scheme":"jiangsu-quality-award","awarded":"2024-05-01","event":"renewal"}
    revoked-before-won
    Two dates were exchanged. | Compare with the documents.
    两个日期颠倒。 | 与文件核对。
    > recognitions.jsonl: {"id":"r1","scheme":"jiangsu-quality-award","awarded":"2024-05-01","revokedOn":"2023-05-01","event":"first"}
    title-route
    The route was taken from another row. | Correct the route, or say of the scheme that courts grant it.
    途径抄自其他行。 | 更正途径，或在荣誉类别注明可司法认定。
    > recognitions.jsonl: {"id":"r1","scheme":"jiangsu-quality-award","awarded":"2024-05-01","route":"judicial","event":"first"}
    holder-differs-from-owner
    The brand was sold, or the wrong brand was chosen. | Correct holder or owner, or say in note why they differ.
    品牌已转让，或选错品牌。 | 更正持有人或所有人，或在备注说明。
    > enterprises.jsonl: {"id":"e1","name":"甲公司"}
    > enterprises.jsonl: {"id":"e2","name":"乙公司"}
    > brands.jsonl: {"id":"b1","name":"甲牌","owner":"e1"}
    > recognitions.jsonl: {"id":"r1","scheme":"jiangsu-quality-award","brand":"b1","holder":"e2","awarded":"2024-05-01","event":"first"}
    scheme-validity
    A cohort lacks its length, or two overlap. | Write cohorts such as [{"wonFrom":"2006-01-01","years":5}].
    批次缺少年限，或相互重叠。 | 写作 [{"wonFrom":"2006-01-01","years":5}]。
    > schemes.jsonl: {"id":"s1","name":"示例奖","level":"county","validity":[{"wonFrom":"2020-01-01"}]}
    well-known-publicity
    A scheme of well-known marks does not say that it may not be advertised. | Set publicity=no.
    驰名商标项目未注明不得宣传。 | 填 publicity=否。
    > schemes.jsonl: {"id":"s1","name":"驰名商标","level":"national"}
    mark-expired
    The renewal was not recorded, or not made. | Renew within the grace of six months, or record what happened.
    未登记续展，或未办理。 | 在六个月宽展期内办理，或更新状态。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","registeredOn":"2010-01-01","route":"domestic","owner":"e1","status":"registered","mark":"甲"}
    mark-term-end
    The corresponding day was entered in place of the day before it, or a date was mistyped. | Compare with the certificate; correct validUntil or registeredOn.
    误将对应日当作末日，或日期录错。 | 与注册证核对，更正 validUntil 或 registeredOn。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","registeredOn":"2016-03-01","validUntil":"2026-03-01","route":"domestic","owner":"e1","status":"registered","mark":"甲"}
    membership-outside-mark
    The mark is an ordinary one, or the authorisation outlasts it. | Correct the mark, or end the authorisation with it.
    商标为普通商标，或授权超出专用期。 | 更正商标，或将授权截止于期满。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e1","kind":"ordinary","mark":"甲"}
    > memberships.jsonl: {"id":"m1","mark":"CN/1","member":"e1","state":"admitted"}
    membership-below-standard
    An inspection failed, or its faults were not mended in time. | Suspend the membership, or record the inspection that it passed.
    检查不合格，或逾期未整改。 | 暂停成员资格，或登记合格检查。
    > memberships.jsonl: {"id":"m1","mark":"CN/1","member":"e1","state":"admitted","meetsStandard":false}
    patent-type-number
    The type or a digit of the number is mistyped. | Compare with the notice of filing.
    类型或号码录错。 | 与受理通知书核对。
    > patents.jsonl: {"id":"p1","number":"201710601862.3","type":"design"}
    patent-number-year
    A digit of the number or the year of the filing is mistyped; a filing may lie before the year of the number, and never after it. | Compare with the notice of filing.
    申请号或申请日的年份录错；申请日可早于申请号中的年份，不会晚于它。 | 与受理通知书核对。
    > patents.jsonl: {"id":"p1","number":"201710601862.3","type":"invention","filedOn":"2018-01-05"}
    right-event-subject
    An event was written by hand, or imported without its right. | Fill trademark or patent, one of the two.
    权利事项为手工写入，或导入时未指明权利。 | 填写商标或专利其中之一。
    > right-events.jsonl: {"id":"v1","date":"2025-01-01","action":"transferred"}
    right-event-dates
    An event was typed or imported with another day, or twice. | Compare with the register; correct or remove the event.
    事项日期录错、导入有误或重复登记。 | 与登记簿核对，更正或删除事项。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e1","status":"registered","registeredOn":"2018-05-10","mark":"甲"}
    > right-events.jsonl: {"id":"v1","trademark":"CN/1","date":"2020-01-01","action":"renewed","until":"2038-05-09"}
    right-event-owners
    Transfers were entered out of order, or one is missing between two. | Enter the one that is missing, or correct 'previous' with 'set right-event'.
    转让未按先后登记，或其间漏登一次。 | 补登漏掉的转让，或用 set right-event 更正原权利人（previous）。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e2","status":"registered","registeredOn":"2018-05-10","mark":"甲"}
    > right-events.jsonl: {"id":"v1","trademark":"CN/1","date":"2024-08-01","action":"transferred","parties":["e3"],"previous":["e1"]}
    > right-events.jsonl: {"id":"v2","trademark":"CN/1","date":"2025-05-01","action":"transferred","parties":["e2"],"previous":["e1"]}
    right-event-late
    An act was entered with another day than that on which it was made, the day of the notice is missing, or the office let it pass: by an extension, a restoration, a request made in time. | Correct the day, fill noticedOn, or give the reason.
    所填日期不是提交之日、未填收到通知日，或主管机关准予延期、恢复权利、期内已请求。 | 更正日期、填写收到通知日（noticedOn），或写明理由（reason）。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e1","status":"pending","filedOn":"2025-01-10","mark":"甲"}
    > right-events.jsonl: {"id":"v1","trademark":"CN/1","date":"2025-08-01","action":"refused","noticedOn":"2025-08-10"}
    > right-events.jsonl: {"id":"v2","trademark":"CN/1","date":"2025-08-26","action":"review-filed"}
    right-event-early
    The day of publication or of registration was mistyped. | Compare both with the gazette and correct one.
    初审公告日或注册日录错。 | 与公告核对，更正其中一个。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e1","status":"registered","filedOn":"2025-01-10","registeredOn":"2025-11-06","mark":"甲"}
    > right-events.jsonl: {"id":"v1","trademark":"CN/1","date":"2025-08-06","action":"published"}
    > right-events.jsonl: {"id":"v2","trademark":"CN/1","date":"2025-11-06","action":"registered"}
    right-annuity-short
    The late fee was left out, a reduction that is over was taken off, or the amount was mistyped. | Pay the rest while that is possible, and enter it as a second payment; correct the amount, or give the reason.
    漏缴滞纳金、仍按已到期的减缴比例缴费，或金额录错。 | 在期限内补足差额并另行登记；更正金额，或写明理由（reason）。
    > patents.jsonl: {"id":"202020000001.0","office":"CN","type":"utility-model","title":"甲","owners":["e1"],"status":"granted","filedOn":"2020-03-16","grantedOn":"2020-12-01"}
    > right-events.jsonl: {"id":"v1","patent":"202020000001.0","date":"2023-05-08","action":"annuity-paid","year":4,"amountFen":90000}
    right-status
    The record was not brought up to date after an event, or a date was mistyped. | 'brandledger mark refresh' writes what events say; else correct status or date.
    登记事项后未更新记录，或日期录错。 | brandledger mark refresh 按事项更新；否则更正状态或日期。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e1","status":"pending","registeredOn":"2024-01-01","mark":"甲"}
    trademark-route
    The route was taken from another row, or the office was mistyped. | Correct the route or the office.
    途径抄自其他行，或受理局录错。 | 更正途径或受理局。
    > trademarks.jsonl: {"id":"US/1","office":"US","number":"1","route":"domestic","owner":"e1","status":"registered","registeredOn":"2024-01-01","mark":"甲"}
    trademark-number
    A spreadsheet changed the number, or another column was taken for it. | Set the number as the certificate has it.
    号码被电子表格改写，或取自其他列。 | 按注册证改正号码。
    > trademarks.jsonl: {"id":"CN/7.0000012E7","office":"CN","number":"7.0000012E7","route":"domestic","owner":"e1","status":"registered","registeredOn":"2024-01-01","mark":"甲"}
    madrid-number
    The number was copied from a list of the Chinese office, which puts a G before it. | Set the number without it; merge it with the record that has it already.
    抄自国家知识产权局的清单，其国际注册号前带 G。 | 改为不带 G 的号码；已有该号码的，合并两条记录。
    > trademarks.jsonl: {"id":"WO/G1800001","office":"WO","number":"G1800001","route":"madrid","basicMark":"CN/1","owner":"e1","status":"registered","registeredOn":"2024-01-01","mark":"甲"}
    madrid-basis
    The basic mark was not entered, or transferred apart. | Fill basicMark, and enter the transfer that is missing.
    未登记基础商标，或单独转让。 | 填写 basicMark，补登转让。
    > trademarks.jsonl: {"id":"WO/1","office":"WO","number":"1","route":"madrid","owner":"e1","status":"registered","registeredOn":"2024-01-01","mark":"甲"}
    madrid-dependency
    The basic mark ended within five years of the international registration (Madrid Protocol, art. 6). | Ask whether WIPO has cancelled it and enter that.
    基础商标在国际注册五年内失效（马德里议定书第六条）。 | 核实国际局是否已注销并登记。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e1","status":"cancelled","registeredOn":"2020-01-01","endedOn":"2024-01-01","mark":"甲"}
    > trademarks.jsonl: {"id":"WO/1","office":"WO","number":"1","route":"madrid","basicMark":"CN/1","owner":"e1","status":"registered","registeredOn":"2021-01-01","mark":"甲"}
    patent-annuity
    A payment was not entered, or the patent lapsed. | Enter 'annuity-paid' or 'lapsed'.
    未登记缴费，或专利已终止。 | 登记缴费（annuity-paid）或失效（lapsed）。
    > patents.jsonl: {"id":"p1","number":"201010601862.6","type":"invention","filedOn":"2010-01-05","grantedOn":"2012-01-05","status":"granted","annuitiesPaidThrough":3}
    patent-annuity-year
    A calendar year was entered, or the number mistyped. | Give the patent year, counted from the filing: otherwise no annuity is asked for any more.
    填成公历年或录错。 | 填写自申请日起的专利年度，否则不再提示年费。
    > patents.jsonl: {"id":"p1","number":"201710601862.3","type":"invention","filedOn":"2017-07-21","annuitiesPaidThrough":2026}
    patent-shares
    A share is missing, or one was mistyped. | Give one share for each owner, in their order.
    份额缺失或录错。 | 按权利人顺序逐一填写份额。
    > patents.jsonl: {"id":"p1","number":"201710601862.3","type":"invention","owners":["e1","e2"],"shares":[60,30]}
    patent-reduction
    An owner was added, or the reduction taken from another patent. | Set annuityReduction=70%, or correct the owners.
    新增了共有人，或减缴比例抄自其他专利。 | 改为 annuityReduction=70%，或更正专利权人。
    > patents.jsonl: {"id":"p1","number":"201710601862.3","type":"invention","owners":["e1","e2"],"annuityReduction":"85%"}
    target-contradiction
    The plan asks a part to be more than its whole. | Ask who issued the plan; both are measured until then.
    规划中部分大于总体。 | 向制定机关核实；此前两项均照常统计。
    > targets.jsonl: {"id":"t1","indicator":"x","operator":"at-least","value":650,"label":"申请","clause":"三"}
    > targets.jsonl: {"id":"t2","indicator":"y","partOf":"x","operator":"at-least","value":800,"label":"发明","clause":"三"}
    target-faulty
    A name was mistyped, the ends of a range exchanged, an average is of a stock, or its points cannot be given: such a target is never met. | Take the nearest name, or correct the number; 'add', 'set' and 'import' refuse it.
    名称、区间、年均或分值录错，该目标永远无法完成。 | 采用最接近的名称，或更正数值；add、set、import 不接受此类目标。
    > targets.jsonl: {"id":"t1","indicator":"new-trademark-domestik","operator":"at-least","value":5,"basis":"flow","label":"示例","clause":"一"}
    observation-unasked
    The indicator was mistyped, so that no target is met by the figure, or it is computed from records. | Take the nearest name, or enter the records.
    指标名称录错，目标取不到该值；或该指标由记录计算。 | 采用最接近的名称，或补录记录。
    > targets.jsonl: {"id":"t1","indicator":"example-share","operator":"at-least","value":5,"basis":"stock","label":"示例","clause":"一"}
    > observations.jsonl: {"id":"o1","indicator":"exampel-share","date":"2025","value":3}
    observation-unit
    The figure was reported in another measure, so that it says nothing of the target. | Give the value in the unit of the target.
    上报值的计量单位不同，无法与目标比较。 | 按目标的单位填写数值。
    > targets.jsonl: {"id":"t1","indicator":"example-output","operator":"at-least","value":5,"unit":"亿元","basis":"stock","label":"示例","clause":"一"}
    > observations.jsonl: {"id":"o1","indicator":"example-output","date":"2025","value":3,"unit":"吨"}
    target-twice
    A target was entered again, perhaps with the town written in another way. | Compare both and remove one.
    目标重复登记，镇区写法可能不同。 | 核对后删除其一。
    > targets.jsonl: {"id":"t1","indicator":"patents-granted","year":2025,"scope":"吕四港镇","operator":"at-least","value":5,"label":"示例","clause":"一"}
    > targets.jsonl: {"id":"t2","indicator":"patents-granted","year":2025,"scope":"320681110","operator":"at-least","value":8,"label":"示例","clause":"一"}
    target-without-source
    The indicator is not computed from records, and nobody reported it. | Add an observation, or correct the indicator's name.
    指标不能由记录计算，也无上报值。 | 添加观测值，或更正指标名。
    > targets.jsonl: {"id":"t1","indicator":"happiness","operator":"at-least","value":1,"label":"示例","clause":"一"}
    case-stage-dates
    A date was mistyped, or the stage set by hand. | Compare the dates with the file.
    日期录错，或手工修改阶段。 | 与案卷核对。
    > cases.jsonl: {"id":"c1","stage":"received","receivedOn":"2025-03-01","closedOn":"2025-02-01","rightHolder":"e1","right":"trademark"}
    case-moves
    Events were written by hand, or two branches moved one case. | Move cases with the case commands; of two moves out of one stage remove one ('remove case-event'), then set stage and dates of the case as the other says.
    事件为手工写入，或两个分支各自推进了同一案件。 | 用案件命令推进；同一阶段有两步的，删除其一（remove case-event），再按另一步用 set 更正案件阶段和日期。
    > case-events.jsonl: {"id":"x1","case":"c1","date":"2025-03-01","action":"advance","from":"received","to":"closed","by":"甲"}
    case-aid-cost
    A cost was set on the case and not logged. | Log the missing cost as an event, or correct aidFen.
    费用直接写在案件上而未记事件。 | 补记费用事件，或更正援助费用。
    > cases.jsonl: {"id":"c1","stage":"received","receivedOn":"2025-03-01","rightHolder":"e1","right":"trademark","aidFen":100000}
    case-deadline
    The day of receipt is not known, no legal term is in force on it, or the notice of days off came after its day was reckoned. | Set receivedOn to the day, add the term with its source, or set dueOn as told.
    收件日不详，该日没有施行的法定期限，或期限推算后才公布放假通知。 | 将收件日期填至日，添加法定期限，或按提示填写期限（dueOn）。
    > cases.jsonl: {"id":"c1","stage":"received","receivedOn":"2025-03","rightHolder":"e1","right":"trademark"}
    case-hardship
    Aid was granted before hardship was found. | Set hardship with its reason, or override with its own.
    未认定困难即给予援助。 | 填写经济困难及依据，或例外理由。
    > cases.jsonl: {"id":"c1","stage":"accepted","receivedOn":"2025-03-01","acceptedOn":"2025-03-05","rightHolder":"e1","right":"trademark","aid":["legal-aid"]}
    policy-clauses
    A policy was entered without its clauses, or an award names a clause of another. | Import the policy again; compare the award with its receipt.
    政策缺少条款，或奖励引用了其他政策的条款。 | 重新导入政策；奖励与凭据核对。
    > policies.jsonl: {"id":"p1","name":"示例政策","inForceFrom":"2024-01-01"}
    policy-rules
    A clause was written by hand. | 'brandledger policy help OPERATION' tells its arguments; 'policy check' finds gaps and overlaps too.
    条款为手工写入。 | brandledger policy help 操作 说明参数；policy check 还检查空档和重叠。
    > policies.jsonl: {"id":"p1","name":"示例政策","inForceFrom":"2024-01-01"}
    > clauses.jsonl: {"id":"p1/1","policy":"p1","number":"1","operation":"fixd","text":"示例"}
    award-events
    Events or a state were written by hand, or merged from two branches. | Compare with 'brandledger award show ID'; move awards with the award commands.
    事件或状态为手工写入或由分支合并。 | 用 brandledger award show 编号 核对；用奖励命令办理。
    > awards.jsonl: {"id":"a1","policy":"p1","year":2024,"recipient":"e1","amountFen":100,"state":"paid","receipt":{}}
    payer-level
    The name of an authority stands there, such as 江苏省财政厅, and clauses about payers ask for its level. | Write the level: 国家级, 省级, 市级 or 县级; or name it as 'payer' of the policy that paid.
    填写的是机关名称，如江苏省财政厅，而涉及支付方的条款须知级别。 | 填写国家级、省级、市级或县级，或在所依据政策的支付级别（payer）中注明。
    > policies.jsonl: {"id":"p1","name":"示例政策","inForceFrom":"2024-01-01"}
    > awards.jsonl: {"id":"a1","policy":"p1","year":2024,"recipient":"e1","amountFen":100,"state":"paid","payer":"江苏省财政厅"}
    term-versions
    A new version of a law was entered without ending the older. | Set inForceUntil of the older to the day before.
    登记新法时未终止旧版本。 | 将旧版本的 inForceUntil 填为前一日。
    > terms.jsonl: {"id":"zz","right":"other","event":"x","length":"1y","counting":"acting","inForceUntil":"2026-12-30","law":"示例","article":"1"}
    > terms.jsonl: {"id":"zz-2027","right":"other","event":"x","length":"1y","counting":"acting","inForceFrom":"2027-01-01","law":"示例","article":"1"}
    holiday-faulty
    A day of the notice was mistyped, or the notice was entered a second time. | Compare the days with the State Council's notice; keep one record for each year.
    通知中的日期录错，或重复登记。 | 按国务院办公厅通知核对日期；每年只保留一条。
    > holidays.jsonl: {"id":"h2027","year":2027,"off":["2027-02-05","2027-02-06"],"work":["2027-02-05"]}
    """#
}
