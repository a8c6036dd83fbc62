/// An optional for what few have: where it is empty it takes one word, however large the value. Rows are read by the
/// million, and explained by the dozen.
indirect enum Rare<Value> {
  case none
  case some(Value)

  init(_ value: Value?) {
    self = value.map(Rare.some) ?? .none
  }

  var value: Value? {
    switch self {
    case .none: nil
    case .some(let value): value
    }
  }
}

extension Rare: Sendable where Value: Sendable {}
extension Rare: Equatable where Value: Equatable {}
extension Rare: Hashable where Value: Hashable {}
