extension PolicyFile {
  /// What an example of a policy file may expect of a clause and fact.
  public static var expected: [ParameterDefinition] { Expectation.parameters }

  /// A whole policy file with a line of each kind, to begin from.
  public static let sample = #"""
    {"record":"policy","id":"my-2025","name":"某县品牌奖励办法","inForceFrom":"2025-01-01"}
    {"record":"clause","number":"一","operation":"fixed","arguments":{"level":"national","amount":"5万元"},"text":"获国家级荣誉的，每项奖励 5 万元。"}
    {"record":"clause","number":"二","operation":"capPerEnterprise","for":["一"],"arguments":{"amount":"8万元"},"text":"第一条奖励每家企业每年不超过 8 万元。"}
    {"record":"example","name":"第二项只余三万元","year":2025,"facts":[{"record":"scheme","id":"s","name":"荣誉","level":"national"},{"record":"enterprise","id":"e","name":"甲公司"},{"record":"recognition","id":"r1","scheme":"s","holder":"e","awarded":"2025-03-01"},{"record":"recognition","id":"r2","scheme":"s","holder":"e","awarded":"2025-04-01"}],"expect":[{"clause":"一","fact":"r1","outcome":"eligible","amount":"5万元"},{"clause":"一","fact":"r2","outcome":"eligible","amount":"3万元","by":["二"]}]}
    """# + "\n"
}
