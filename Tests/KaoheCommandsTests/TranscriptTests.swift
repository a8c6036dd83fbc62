import Testing

@Suite struct TranscriptTests {
  @Test func starts() { #expect(Bool(true)) }
}
