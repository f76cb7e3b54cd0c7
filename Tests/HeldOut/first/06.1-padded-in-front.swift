// exercise: 06.1
// is: wrong
// cause: The shorter sequences are padded at their beginnings instead of their ends.
// named: front|\bleft\b|beginning|at (their|the|its) start|start of|right[- ]align|before the (tokens?|sequence)|wrong (end|side)|instead of (at )?(the|their|its) ends?|not at (the|their|its) end|align
// named: pad|align|sequence|token
// swift-format-ignore-file

func pad(_ examples: [Example]) throws -> Batch {
  let T = examples.map { $0.inputs.count }.max() ?? 0
  let B = examples.count

  // each sequence as a row, filled up to T; transposed below
  func fill(_ ids: [Int], with value: Int = 0) -> [Int] {
    Array(repeating: value, count: T - ids.count) + ids
  }
  let x = examples.map { fill($0.inputs) }
  let y = examples.map { fill($0.targets) }
  let m = examples.map { fill($0.inputs.map { _ in 1 }) }

  var mask = Matrix(zeros: T, B)
  for t in 0..<T { for b in 0..<B { mask[t, b] = Double(m[b][t]) } }
  return Batch(
    inputs: (0..<T).map { t in x.map { $0[t] } },
    targets: (0..<T).map { t in y.map { $0[t] } },
    mask: mask)
}
