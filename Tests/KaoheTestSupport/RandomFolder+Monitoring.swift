extension RandomFolder {
  /// Figures that are shown beside the scores: metrics, coverage, tasks, surveys, publicity.
  mutating func makeMonitoring(_ years: [Int]) {
    let years = [years[0] - 1] + years
    makeMetrics(years)
    for park in parks {
      for year in years where random.oneIn(2) { makeCoverage(park.code, year) }
    }
    for number in 0..<random.integer(0...4) {
      add(
        "tasks.csv",
        [
          "code": random.code("R", number), "assessment": "\(years[years.count - 1])", "title": random.text(),
          "department": random.text(), "district": random.oneIn(2) ? random.pick(districts).code : "",
          "due": random.oneIn(2) ? random.date(years[0]) : "", "progress": random.pick(["0%", "1/3", "85.5%", "1"]),
          "status": random.pick(["planned", "doing", "done", "late"]),
        ])
    }
    for number in 0..<random.integer(0...3) { makeSurvey(random.code("Q", number), years[years.count - 1]) }
    for number in 0..<random.integer(0...3) {
      add(
        "publicity.csv",
        [
          "code": random.code("U", number), "subject": subject(), "title": random.text(),
          "form": random.pick(["连环画", "歌曲", "情景剧", "专栏"]), "date": random.date(years[0]),
          "outlet": random.textOrNothing(), "reposted_by": random.list(["省报", "市报", "全国总工会, 官网"], upTo: 3),
        ])
    }
  }

  private mutating func makeMetrics(_ years: [Int]) {
    let names = [
      "employees", "union_members", "skilled_workers", "high_skilled_workers", "average_wage", "disputes", "其他",
    ]
    let subjects = districts.map { "district:\($0.code)" } + enterprises.map { "enterprise:\($0.code)" }
    for subject in subjects {
      for year in years {
        for name in names where random.oneIn(3) {
          let whole = random.integer(0...9000)
          let value = random.pick(["\(whole)", "\(whole)", "\(whole).5", "12%", "45/60", "-3"])
          let unit = random.pick(["", "人", "元"])
          add(
            "metrics.csv", ["subject": subject, "year": "\(year)", "metric": name, "value": value, "unit": unit])
        }
      }
    }
  }

  private mutating func makeCoverage(_ park: String, _ year: Int) {
    var cells = ["park": park, "year": "\(year)"]
    for (all, part) in [
      ("parties", "parties_coordinating"), ("enterprises", "enterprises_participating"),
      ("employees", "employees_benefiting"),
    ] {
      let whole = random.oneIn(6) ? 0 : random.integer(1...200)
      cells[all] = "\(whole)"
      cells[part] = "\(random.integer(0...whole))"
    }
    add("coverage.csv", cells)
  }

  private mutating func makeSurvey(_ code: String, _ year: Int) {
    let (subject, date) = (subject(), random.date(year))
    for question in ["满意吗？", "工装, 合身"] {
      for answer in ["满意", "不满意", "不了解"] where !random.oneIn(4) {
        add(
          "surveys.csv",
          [
            "code": code, "subject": subject, "date": date, "question": question, "answer": answer,
            "count": "\(random.integer(0...400))",
          ])
      }
    }
  }
}
