@testable import KaoheStore

/// Values that do not fit their leaf.
extension Refusal {
  static let measures: [Refusal] = [
    Refusal("a measure in words", score: "V6,A4,,很高,,,", messages: "?"),
    Refusal("a measure in full-width digits", score: "V6,A4,,８５％,,,", messages: "?"),
    Refusal("a measure with a unit", score: "V6,A4,,60人,,,", messages: "?"),
    Refusal("a measure with spaces", score: "V6,A4,,45 / 60,,,", messages: "?"),
    Refusal("a measure with an exponent", score: "V6,A4,,1e3,,,", messages: "?"),
    Refusal("a measure of 31 digits", score: "V6,A4,,1234567890123456789012345678901,,,", messages: "?"),
    Refusal("a fraction of decimals", score: "V6,A4,,4.5/6,,,", messages: "?"),
    Refusal("a measure named none", score: "V6,A4,,none,,,", messages: "?"),
    Refusal("a measure with an item", score: "V6,A4,甲,60%,,,", messages: "?"),
    Refusal("a denominator of 0", score: "V6,A4,,5/0,,,", messages: "?"),
    Refusal("0/0 where the rules do not say what it means", score: "V6,A4,,0/0,,,", messages: "?"),
    Refusal("a negative measure that is compared by ratio", score: "V6,A9,,-3%,,,", messages: "?"),
    Refusal("a pooled measure that is no fraction", score: "V5,B1,,85%,,,", messages: "?"),
    Refusal("a pooled denominator of 0", score: "V5,B1,,5/0,,,", messages: "?"),
    Refusal(
      "pooled fractions that sum to 0/0", .replace("scores.csv", "V2,B1,,9/10", "V2,B1,,0/0"), messages: "?"),
    Refusal(
      "visits that are summed, a fraction and a number", .add("visits.csv", "V7,2022,G1,enterprise:E1,2022-07-07,,submitted"),
      .add("scores.csv", "V7,B2,,85%,,,"), messages: "?"),
  ]

  static let items: [Refusal] = [
    Refusal("a deduction without its item", score: "V6,A1,,2,,少两次,", messages: "?"),
    Refusal("a deduction of an unknown item", score: "V6,A1,A1-9,2,,少两次,", messages: "?"),
    Refusal("a deduction counted in part", score: "V6,A1,A1-1,0.5,,少半次,", messages: "?"),
    Refusal("a deduction counted below 0", score: "V6,A1,A1-1,-1,,,", messages: "?"),
    Refusal("a deduction counted in percent", score: "V6,A1,A1-1,100%,,全少,", messages: "?"),
    Refusal("a deduction in words", score: "V6,A1,A1-1,两次,,少两次,", messages: "?"),
    Refusal("a deduction without a reason", score: "V6,A1,A1-1,2,,,", messages: "?"),
    Refusal("an addition without its item", score: "V6,A2,,3,,,", messages: "?"),
    Refusal("an item of a checklist in numbers", score: "V6,A3,A3-1,1,,,", messages: "?"),
    Refusal("a checklist without its item", score: "V6,A3,,yes,,,", messages: "?"),
    Refusal("none in a checklist", score: "V6,A3,,无,,,", messages: "?"),
    Refusal("an item of another leaf", score: "V6,A8,A1-1,1,,迟报,", messages: "?"),
    Refusal("none beside a measure", score: "V6,A8,,none,,,", messages: "?"),
    Refusal("a survey without its answer", score: "V6,A7,,85%,,,", messages: "?"),
    Refusal("a survey with an unknown answer", score: "V6,A7,很满意,3,,,", messages: "?"),
    Refusal("a survey counted in part", score: "V6,A7,满意,2.5,,,", messages: "?"),
    Refusal("a withdrawal of an unknown item", score: "V6,A1,A1-9,-,,,", messages: "?"),
    Refusal("none with a count", .add("scores.csv", "V6,A1,,none,,,\nV6,A1,A1-1,0,,,"), messages: "?"),
    Refusal("n/a with a measure", .add("scores.csv", "V6,A8,,不适用,,未开展,\nV6,A8,A8-1,1,,迟报,"), messages: "?"),
    Refusal("n/a without a reason", score: "V6,A4,,n/a,,,", messages: "?"),
  ]

  static let judgements: [Refusal] = [
    Refusal("points above the leaf's", score: "V6,A6,,5.01,,,", messages: "?"),
    Refusal("points below 0", score: "V6,A6,,-1,,,", messages: "?"),
    Refusal("points in percent", score: "V6,A6,,80%,,,", messages: "?"),
    Refusal("points as a fraction", score: "V6,A6,,4/5,,,", messages: "?"),
    Refusal("points with an item", score: "V6,A6,甲,4,,,", messages: "?"),
    Refusal("an unknown level", score: "V6,A5,,中,,,", messages: "?"),
    Refusal("a level with a share that is fixed", score: "V6,A5,,优 0.9,,,", messages: "?"),
    Refusal("a level without its share", score: "V6,A5,,良,,,", messages: "?"),
    Refusal("a share outside its range", score: "V6,A5,,良 0.95,,,", messages: "?"),
    Refusal("a share in words", score: "V6,A5,,良 九成,,,", messages: "?"),
    Refusal("a leaf of another scope", score: "V6,C1,,15,,,", messages: "?"),
    Refusal("a leaf of another scope at an enterprise", score: "V5,A4,,60%,,,", messages: "?"),
    Refusal("a leaf for other categories", score: "V6,A10,,3,,,", messages: "?"),
  ]

  static let scorers: [Refusal] = [
    Refusal("a scorer from that district", score: "V6,A6,,4,S3,,", messages: "?"),
    Refusal("a scorer of a measure", score: "V6,A4,,60%,S1,,", messages: "?"),
    Refusal("an unnamed scorer beside a named one", .add("scores.csv", "V6,A6,,4,S1,,\nV6,A6,,3,,,"), messages: "?"),
    Refusal("the same scorer twice", .add("scores.csv", "V6,A6,,4,S1,,\nV6,A6,,3,S1,,"), messages: "?"),
    Refusal("the same row twice", .add("scores.csv", "V6,A4,,60%,,,\nV6,A4,,60%,,,"), messages: "?"),
    Refusal("the same row three times", .add("scores.csv", "V6,A4,,60%,,,\nV6,A4,,60%,,,\nV6,A4,,61%,,,"), messages: "?"),
    Refusal("the same withdrawal twice", .add("scores.csv", "V6,A4,,-,,,\nV6,A4,,-,,,"), messages: "?"),
    Refusal("a withdrawal of what the same file says", .add("scores.csv", "V6,A4,,60%,,,\nV6,A4,,-,,,"), messages: "?"),
    Refusal("a withdrawal before what the same file says", .add("scores.csv", "V6,A4,,-,,,\nV6,A4,,60%,,,"), messages: "?"),
    Refusal("several mistakes in one row", score: "V6,A6,,9,S3,,EV9", messages: "?"),
    Refusal("several unknown codes in one row", score: "V9,A6,,4,S1,,EV9", messages: "?"),
  ]
}
