import KaoheReports
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    ("中文 é 😀", "\"中文 é 😀\""), ("\"\\/", "\"\\\"\\\\/\""), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\u{0}\u{1B}\u{7F}\u{9B}", #""\u0000\u001b\u007f\u009b""#), ("\u{2028}\u{202E}", #""\u2028\u202e""#),
    ("\u{E0041}", #""\udb40\udc41""#),
  ])
  func escaping(_ text: String, _ written: String) {
    #expect(JSON.string(text).compact == written)
  }

  let value: JSON = ["b": 1, "a": [true, nil, [], [:], "x"], "nested": ["k": -2]]

  @Test func compact() {
    #expect(value.compact == #"{"b": 1, "a": [true, null, [], {}, "x"], "nested": {"k": -2}}"#)
  }

  @Test func prettyKeepsTheOrder() {
    #expect(
      value.pretty() == """
        {
         "b": 1,
         "a": [
          true,
          null,
          [],
          {},
          "x"
         ],
         "nested": {
          "k": -2
         }
        }
        """)
    #expect(value.pretty(indent: 2).hasPrefix("{\n  \"b\": 1,\n  \"a\": [\n    true,"))
  }

  @Test func addingPutsMembersLast() {
    #expect((["a": 1] as JSON).adding(["b": nil]).compact == #"{"a": 1, "b": null}"#)
    #expect(JSON(nil as String?) == .null)
    #expect(JSON(3) == 3)
  }
}
