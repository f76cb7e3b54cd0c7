// exercise: 09.2
// is: right
// cause: Outputs laid out first and filled by index, the reverse layer from the end.
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  let T = inputs.count, H = parameters.hiddenSize
  let f = try layerForward(inputs, parameters: parameters.forward)
  var r: LayerTrace? = nil
  if let rev = parameters.reverse {
    r = try layerForward((0..<T).map { inputs[T - 1 - $0] }, parameters: rev)
  }
  var outs = Array(repeating: Vector(zeros: r == nil ? H : 2 * H), count: T)
  for t in 0..<T {
    for k in 0..<H {
      outs[t][k] = f.steps[t].hidden[k]
      if let r { outs[T - 1 - t][H + k] = r.steps[t].hidden[k] }
    }
  }
  let final = f.steps[T - 1].hidden + (0 * f.steps[T - 1].hidden)
  return LevelTrace(
    forward: f, reverse: r, outputs: outs,
    finalHidden: r.map { final.concatenated(with: $0.steps[T - 1].hidden) } ?? final)
}
