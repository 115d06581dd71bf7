extension Reference {
  /// The towns and zones of the city, those without a code of their own among them.
  static let towns = #"""
    {"id":"320681100","name":"汇龙镇","type":"town","code":"320681100","formerNames":["圩角镇","永阳镇"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据","note":"旧地名依据企业登记地址中两级地名并写推定,合并文件未见,可信度:中;市政府驻地"}
    {"id":"320681101","name":"北新镇","type":"town","code":"320681101","formerNames":["黄仓镇"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据","note":"旧地名依据企业登记地址中两级地名并写推定,合并文件未见,可信度:中"}
    {"id":"320681102","name":"惠萍镇","type":"town","code":"320681102","formerNames":["大同镇"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据","note":"旧地名依据企业登记地址中两级地名并写推定,合并文件未见,可信度:中"}
    {"id":"320681104","name":"东海镇","type":"town","code":"320681104","formerNames":["东海乡","兴垦镇"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据","note":"旧地名依据企业登记地址中两级地名并写推定,合并文件未见,可信度:中"}
    {"id":"320681106","name":"南阳镇","type":"town","code":"320681106","formerNames":["永和镇"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据","note":"旧地名依据企业登记地址中两级地名并写推定,合并文件未见,仅见一例,可信度:低"}
    {"id":"320681107","name":"海复镇","type":"town","code":"320681107","formerNames":["东元镇"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据","note":"旧地名依据企业登记地址中两级地名并写推定,合并文件未见,可信度:中"}
    {"id":"320681108","name":"合作镇","type":"town","code":"320681108","formerNames":["曹家镇","竖海镇"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据","note":"旧地名依据企业登记地址中两级地名并写推定,合并文件未见,可信度:中"}
    {"id":"320681109","name":"王鲍镇","type":"town","code":"320681109","formerNames":["王鲍乡","久隆镇","聚星镇","上和合镇"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据;2000年第五次人口普查乡镇名单,https://factpedia.org(启东市)","note":"旧地名依据企业登记地址中两级地名并写推定,合并文件未见,可信度:中;久隆为2000年普查时的镇"}
    {"id":"320681110","name":"吕四港镇","type":"town","code":"320681110","formerNames":["天汾镇","天汾","吕四镇","茅家港镇","秦潭镇","兆民镇"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据;2000年第五次人口普查乡镇名单,https://factpedia.org(启东市)","note":"旧地名依据企业登记地址中两级地名并写推定,合并文件未见,可信度:中;天汾为2000年普查时的镇,并入吕四港镇的批复未见"}
    {"id":"320681-yinyang","name":"寅阳镇","type":"town","formerNames":["寅阳乡","和合镇","下和合镇"],"source":"https://factpedia.org(启东市)乡镇名单;启东市企业登记地址(1978-2019)公开数据;2000年第五次人口普查乡镇名单,https://factpedia.org(启东市)","note":"2023年名单中没有代码,地域见于海工船舶工业园(320681405)和圆陀角旅游度假区(320681407);旧地名依据企业登记地址中两级地名并写推定,合并文件未见,可信度:中;和合为2000年普查时的镇"}
    {"id":"320681-jinhai","name":"近海镇","type":"town","formerNames":["近海乡","向阳镇"],"source":"https://factpedia.org(启东市)乡镇名单;启东市企业登记地址(1978-2019)公开数据;2000年第五次人口普查乡镇名单,https://factpedia.org(启东市)","note":"2023年名单中没有代码,地域见于滨海工业园(320681401);旧地名依据企业登记地址中两级地名并写推定,合并文件未见,可信度:中;向阳为2000年普查时的镇"}
    {"id":"320681-qilong","name":"启隆乡","type":"township","formerNames":["启隆镇"],"source":"https://factpedia.org(启东市)乡镇名单;启东市企业登记地址(1978-2019)公开数据","note":"2023年名单中没有代码,地域见于启隆生态科技产业园(320681404);现称镇还是乡未核,两名并存"}
    {"id":"320681400","name":"启东经济开发区","type":"zone","code":"320681400","formerNames":["江苏省启东经济开发区","启东经济技术开发区"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据","note":"别名见于企业登记地址"}
    {"id":"320681401","name":"启东滨海工业园","type":"zone","code":"320681401","formerNames":["滨海工业园","滨海工业集中区"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据","note":"别名见于企业登记地址;与近海镇地域相关"}
    {"id":"320681402","name":"启东生命健康产业园","type":"zone","code":"320681402","source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China"}
    {"id":"320681403","name":"江苏吕四海洋经济开发区","type":"zone","code":"320681403","formerNames":["吕四海洋经济开发区"],"source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China;启东市企业登记地址(1978-2019)公开数据","note":"别名见于企业登记地址"}
    {"id":"320681404","name":"启隆生态科技产业园","type":"zone","code":"320681404","source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China","note":"与启隆乡地域相关"}
    {"id":"320681405","name":"启东海工船舶工业园","type":"zone","code":"320681405","source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China","note":"与寅阳镇地域相关"}
    {"id":"320681406","name":"启东江海产业园","type":"zone","code":"320681406","source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China"}
    {"id":"320681407","name":"圆陀角旅游度假区","type":"zone","code":"320681407","source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China","note":"与寅阳镇地域相关"}
    {"id":"320681408","name":"启东生命健康科技园","type":"zone","code":"320681408","source":"国家统计局统计用区划代码(2023-06-30),数据集 modood/Administrative-divisions-of-China"}

    """#
}
