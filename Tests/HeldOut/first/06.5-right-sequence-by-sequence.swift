// exercise: 06.5
// is: right
// swift-format-ignore-file

func trainingStep(
  _ parameters: inout RNNParameters, on batch: Batch, learningRate: Double, maximumNorm: Double
) throws -> Double {
  let start = Vector(zeros: parameters.hiddenSize)
  var total = parameters.zeros
  var loss = 0.0
  var tokens = 0
  for b in 0..<batch.size {
    let times = (0..<batch.steps).filter { batch.mask[$0, b] > 0 }
    if times.isEmpty { continue }
    let inputs = times.map { batch.inputs[$0][b] }
    let targets = times.map { batch.targets[$0][b] }
    let trace = try rnnForward(inputs, initialHidden: start, parameters: parameters)
    loss += try crossEntropy(trace.logits, targets: targets, reduction: .sum)
    let share = try rnnBackward(trace, targets: targets, parameters: parameters).gradients
    total.tensors = zip(total.tensors, share.tensors).map { $0 + $1 }
    tokens += times.count
  }
  total.tensors = total.tensors.map { (1 / Double(tokens)) * $0 }
  try sgdStep(
    &parameters, gradients: try clip(total, maximumNorm: maximumNorm), learningRate: learningRate)
  return loss / Double(tokens)
}
