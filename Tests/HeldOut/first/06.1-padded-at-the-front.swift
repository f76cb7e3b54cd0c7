// exercise: 06.1
// is: wrong
// cause: The shorter sequences are padded at their beginnings, right-aligned, instead of at their ends.
// named: pad|align|short
// named: begin|front|start|first|left|right-?align|before|at the (top|other end)|ends? (together|at the same)|late
// swift-format-ignore-file

func pad(_ examples: [Example]) throws -> Batch {
  let T = examples.map(\.inputs.count).max() ?? 0
  func filled(_ ids: [Int]) -> [Int] {
    Array(repeating: 0, count: T - ids.count) + ids
  }
  let ins = examples.map { filled($0.inputs) }
  let outs = examples.map { filled($0.targets) }
  let masks = examples.map { e in
    Vector((0..<T).map { $0 >= T - e.inputs.count ? 1.0 : 0.0 })
  }
  return Batch(
    inputs: (0..<T).map { t in ins.map { $0[t] } },
    targets: (0..<T).map { t in outs.map { $0[t] } },
    mask: Matrix(columns: masks))
}
