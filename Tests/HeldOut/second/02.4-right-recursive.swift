// exercise: 02.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  func states(_ rest: ArraySlice<Int>, _ h: Vector) throws -> [Vector] {
    guard let x = rest.first else { return [] }
    let next = try rnnStep(x, hidden: h, parameters: parameters)
    return [next] + (try states(rest.dropFirst(), next))
  }
  let hs = try states(inputs[...], initialHidden)
  let ys = hs.map { h in
    Vector((0..<parameters.W.rows).map { parameters.W.row($0).dot(h) + parameters.bOutput[$0] })
  }
  return RNNTrace(inputs: inputs, initialHidden: initialHidden, hidden: hs, logits: ys)
}
