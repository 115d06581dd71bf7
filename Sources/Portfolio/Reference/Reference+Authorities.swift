extension Reference {
  /// To whom cases are brought, by right, way and place; an office corrects them to its own city.
  static let authorities = #"""
    {"id":"market-regulation","name":"启东市市场监督管理局","rights":["trademark","geographical-indication","trade-secret"],"channel":"administrative","scope":"local","law":"商标法(2019年修正)第六十条、第六十二条;反不正当竞争法","source":"法律条文所定职权的归纳,机关名称按县级市通行设置","note":"违法情节涉嫌犯罪的移送公安机关"}
    {"id":"patent-administration","name":"南通市市场监督管理局(知识产权局)","rights":["patent"],"channel":"administrative","scope":"local","law":"专利法(2020年修正)第六十五条","source":"法律条文所定职权的归纳,机关名称按县级市通行设置","note":"专利侵权纠纷由管理专利工作的部门处理;县级是否受委托未核"}
    {"id":"copyright-enforcement","name":"启东市文化市场综合行政执法机构","rights":["copyright"],"channel":"administrative","scope":"local","law":"著作权法","source":"法律条文所定职权的归纳,机关名称按县级市通行设置","note":"条文未核"}
    {"id":"elsewhere-administration","name":"侵权行为地的主管部门","channel":"administrative","scope":"elsewhere","law":"行政处罚法(2021年修订)第二十二条","source":"法律条文所定职权的归纳,机关名称按县级市通行设置","note":"由违法行为发生地管辖;可请当地维权援助机构协作"}
    {"id":"court-local","name":"启东市人民法院","rights":["trademark","geographical-indication","copyright","trade-secret","other"],"channel":"judicial","scope":"local","law":"民事诉讼法(2023年修正)","source":"法律条文所定职权的归纳,机关名称按县级市通行设置","note":"知识产权案件的集中管辖安排未核"}
    {"id":"court-patent","name":"南京知识产权法庭","rights":["patent"],"channel":"judicial","scope":"anywhere","law":"民事诉讼法(2023年修正)","source":"法律条文所定职权的归纳,机关名称按县级市通行设置","note":"专利案件的集中管辖安排未核"}
    {"id":"court-elsewhere","name":"侵权行为地或被告住所地有管辖权的人民法院","channel":"judicial","scope":"elsewhere","law":"民事诉讼法(2023年修正)","source":"法律条文所定职权的归纳,机关名称按县级市通行设置"}
    {"id":"mediation-committee","name":"知识产权纠纷人民调解委员会","channel":"mediation","scope":"anywhere","law":"人民调解法","source":"法律条文所定职权的归纳,机关名称按县级市通行设置","note":"须双方同意;协议可申请司法确认"}
    {"id":"customs","name":"货物进出境地海关","rights":["trademark","patent","copyright"],"channel":"customs","scope":"anywhere","law":"知识产权海关保护条例","source":"法律条文所定职权的归纳,机关名称按县级市通行设置","note":"条文未核"}
    {"id":"platform","name":"电子商务平台的知识产权投诉渠道","channel":"platform","scope":"anywhere","law":"电子商务法","source":"法律条文所定职权的归纳,机关名称按县级市通行设置","note":"条文未核"}
    {"id":"overseas-guidance","name":"海外知识产权纠纷应对指导分中心","channel":"overseas","scope":"anywhere","law":"国家知识产权局海外纠纷应对指导机制","source":"法律条文所定职权的归纳,机关名称按县级市通行设置","note":"2025年底共有分中心99家"}

    """#
}
