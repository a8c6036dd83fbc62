import Testing

/// `#expect` for loops of thousands: it records a failure only, which keeps such a loop fast.
func check(
  _ holds: Bool, _ comment: @autoclosure () -> String, at location: SourceLocation = #_sourceLocation
) {
  if !holds { Issue.record(Comment(rawValue: comment()), sourceLocation: location) }
}
