// exercise: 09.5
// is: wrong
// cause: For the reverse layer dOutputs is turned round in time and also inside each vector (np.flip without an axis).
// named: flip|element|within|inside|each vector|component|axis|axes|numbers? of (a|the|each)
// named: revers|turn|flip|mirror|order
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {

  let p = parameters
  let half = p.hiddenSize
  let (gForward, dForward) = try layerBackward(
    trace.forward, dOutputs: dOutputs.map { Vector($0[0..<half]) }, parameters: p.forward)
  guard let reverseLayer = p.reverse, let reverseTrace = trace.reverse else {
    return (Level(forward: gForward, reverse: nil), dForward)
  }
  let flipped = dOutputs.reversed().map { Vector($0.reversed()) }  // np.flip(dOutputs)
  let (gReverse, dReverse) = try layerBackward(
    reverseTrace, dOutputs: flipped.map { Vector($0[0..<half]) }, parameters: reverseLayer)
  let T = dForward.count
  return (
    Level(forward: gForward, reverse: gReverse),
    (0..<T).map { t in dForward[t] + dReverse[T - 1 - t] }
  )
}
