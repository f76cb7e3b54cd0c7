// A slip in a shape is the commonest mistake in this subject. It stops the program with a sentence,
// also in optimised builds, where a precondition would stop without a word.

@usableFromInline @inline(never)
func outside(_ index: Int, _ count: Int) -> Never {
  fatalError("index \(index) is outside a vector of \(count)")
}

@usableFromInline @inline(never)
func outside(_ row: Int, _ column: Int, _ rows: Int, _ columns: Int) -> Never {
  fatalError("element [\(row), \(column)] is outside a matrix of \(rows) × \(columns)")
}

@usableFromInline @inline(never)
func differ(_ operation: String, _ a: Int, _ b: Int) -> Never {
  fatalError("\(operation) of vectors of \(a) and \(b): sizes differ")
}

@usableFromInline @inline(never)
func differ(_ operation: String, _ a: (Int, Int), _ b: (Int, Int)) -> Never {
  fatalError("\(operation) of matrices \(a.0) × \(a.1) and \(b.0) × \(b.1): shapes differ")
}

@usableFromInline @inline(never)
func mismatch(_ a: (Int, Int), _ b: (Int, Int)) -> Never {
  fatalError("matrix product \(a.0) × \(a.1) by \(b.0) × \(b.1): inner sizes differ")
}

/// Four decimals, for people.
func rounded(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
  return "\((value * 10_000).rounded() / 10_000)"
}
