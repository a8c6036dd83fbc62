/// What inspectors write beside a score.
enum Reasons {
  static let notApplicable = ["当年新设企业，无上年数据", "停产技改，本年度未开展", "无此类岗位", "任务未下达"]
  static let places = ["一车间", "二车间", "装配班组", "培训中心", "职工之家", "人力资源部", "工会办公室", "创新工作室"]
  static let faults = [
    "台账缺件", "签到表未归档", "会议纪要未印发", "信息迟报", "师徒合同未续签", "证书与花名册不符", "照片无日期",
    "“三张清单”未更新", "公示栏内容过期", "\"一人一档\"不完整",
  ]
  static let remarks = ["现场抽查", "与花名册核对一致", "按上报数，待核", "访谈5人，均知晓", "较上年有提高"]
}

extension Draw {
  /// Why points are deducted: such a row has to say it.
  mutating func deduction(_ count: Int) -> String {
    "\(integer(1...12))月抽查\(pick(Reasons.places))：\(pick(Reasons.faults))\(count)处"
  }

  /// What one row in eight says beside its value.
  mutating func remark() -> String { oneIn(8) ? pick(Reasons.remarks) : "" }
}
