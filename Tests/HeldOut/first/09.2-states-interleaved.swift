// exercise: 09.2
// is: wrong
// cause: The two states are interleaved element by element (stack on the last axis, then reshape) instead of one being set below the other.
// named: interleav|alternat|zip|element by element|order of (the )?(numbers|elements)|in turn|every other
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {

  let p = parameters
  let forward = try layerForward(inputs, parameters: p.forward)
  guard let r = p.reverse else {
    return LevelTrace(
      forward: forward, reverse: nil, outputs: forward.outputs,
      finalHidden: forward.steps.last!.hidden)
  }
  let reverse = try layerForward(inputs.reversed(), parameters: r)
  let back = Array(reverse.outputs.reversed())
  // np.stack([h, back], axis=-1).reshape(T, 2 * H)
  let outputs = forward.outputs.indices.map { t -> Vector in
    var u = Vector(zeros: 2 * p.hiddenSize)
    for k in 0..<p.hiddenSize {
      u[2 * k] = forward.outputs[t][k]
      u[2 * k + 1] = back[t][k]
    }
    return u
  }
  return LevelTrace(
    forward: forward, reverse: reverse, outputs: outputs,
    finalHidden: forward.steps.last!.hidden.concatenated(with: reverse.steps.last!.hidden))
}
