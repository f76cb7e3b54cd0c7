// exercise: 06.1
// is: right
// cause: Fills column by column, with a look at the length for each place.
// swift-format-ignore-file

func pad(_ examples: [Example]) throws -> Batch {
  var T = 0
  for e in examples { T = max(T, e.inputs.count) }
  let x = (0..<T).map { t in examples.map { t < $0.inputs.count ? $0.inputs[t] : 0 } }
  let y = (0..<T).map { t in examples.map { t < $0.targets.count ? $0.targets[t] : 0 } }
  let m = (0..<T).map { t in Vector(examples.map { t < $0.inputs.count ? 1.0 : 0.0 }) }
  return Batch(inputs: x, targets: y, mask: Matrix(rows: m))
}
