extension Reference {
  /// The 45 Nice classes under short names of our own.
  static let niceClasses = #"""
    {"id":"1","type":"goods","label":"化工原料","labelEn":"Chemicals","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"2","type":"goods","label":"颜料油漆","labelEn":"Paints and colorants","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"3","type":"goods","label":"日化用品","labelEn":"Toiletries and cleaning products","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"4","type":"goods","label":"油脂燃料","labelEn":"Oils and fuels","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"5","type":"goods","label":"医药卫生","labelEn":"Pharmaceuticals","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"6","type":"goods","label":"金属材料","labelEn":"Metal goods","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"7","type":"goods","label":"机械设备","labelEn":"Machinery","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"8","type":"goods","label":"手工器具","labelEn":"Hand tools","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"9","type":"goods","label":"电子仪器","labelEn":"Electronics and instruments","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"10","type":"goods","label":"医疗器械","labelEn":"Medical devices","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"11","type":"goods","label":"灯具空调","labelEn":"Lighting and heating","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"12","type":"goods","label":"运输工具","labelEn":"Vehicles","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"13","type":"goods","label":"军火烟火","labelEn":"Firearms and fireworks","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"14","type":"goods","label":"珠宝钟表","labelEn":"Jewellery and clocks","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"15","type":"goods","label":"乐器","labelEn":"Musical instruments","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"16","type":"goods","label":"纸品文具","labelEn":"Paper and stationery","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"17","type":"goods","label":"橡塑绝缘","labelEn":"Rubber and insulation","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"18","type":"goods","label":"皮具箱包","labelEn":"Leather goods","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"19","type":"goods","label":"建筑材料","labelEn":"Building materials","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"20","type":"goods","label":"家具","labelEn":"Furniture","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"21","type":"goods","label":"厨房洁具","labelEn":"Household utensils","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"22","type":"goods","label":"绳网袋篷","labelEn":"Ropes, nets and tents","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"23","type":"goods","label":"纱线","labelEn":"Yarns","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"24","type":"goods","label":"布料床品","labelEn":"Fabrics and bedding","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"25","type":"goods","label":"服装鞋帽","labelEn":"Clothing","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"26","type":"goods","label":"纽扣拉链","labelEn":"Haberdashery","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"27","type":"goods","label":"地毯席垫","labelEn":"Carpets and mats","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"28","type":"goods","label":"玩具运动","labelEn":"Toys and sports","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"29","type":"goods","label":"加工食品","labelEn":"Processed foods","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"30","type":"goods","label":"方便食品","labelEn":"Staple foods and seasonings","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"31","type":"goods","label":"生鲜农产","labelEn":"Fresh farm produce","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"32","type":"goods","label":"啤酒饮料","labelEn":"Beers and soft drinks","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"33","type":"goods","label":"酒类","labelEn":"Alcoholic drinks","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"34","type":"goods","label":"烟草","labelEn":"Tobacco","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"35","type":"services","label":"广告商务","labelEn":"Advertising and business","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"36","type":"services","label":"金融地产","labelEn":"Finance and real estate","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"37","type":"services","label":"建筑维修","labelEn":"Construction and repair","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"38","type":"services","label":"电信","labelEn":"Telecommunications","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"39","type":"services","label":"运输仓储","labelEn":"Transport and storage","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"40","type":"services","label":"材料加工","labelEn":"Processing of materials","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"41","type":"services","label":"教育娱乐","labelEn":"Education and entertainment","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"42","type":"services","label":"科技研发","labelEn":"Science and technology","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"43","type":"services","label":"餐饮住宿","labelEn":"Food and lodging","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"44","type":"services","label":"医疗园艺","labelEn":"Medical care and gardening","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}
    {"id":"45","type":"services","label":"法律安保","labelEn":"Legal, security and personal","source":"商标注册用商品和服务国际分类(尼斯分类)类号"}

    """#
}
