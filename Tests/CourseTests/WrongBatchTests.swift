import Contracts
import Recurrent
import Reference
import Testing

/// Mistakes that no catalogue holds: failed, and never given a name that is not theirs.
@Suite struct WrongBatchTests {
  @Test("06.1: rows of unlike length, padding with −1, a mask of twos")
  func padding() {
    func edited(_ what: String, _ edit: @escaping @Sendable ([Example], inout Batch) -> Void) {
      expectWrong("06.1", what) { (examples: [Example]) in
        var batch = try pad(examples)
        edit(examples, &batch)
        return batch
      }
    }
    edited("rows without their padding") { examples, batch in
      batch.inputs = (0..<batch.steps).map { t in
        examples.filter { t < $0.inputs.count }.map { $0.inputs[t] }
      }
    }
    edited("the last token forgotten") { _, batch in
      batch.inputs.removeLast()
      batch.targets.removeLast()
      batch.mask = Matrix(
        rows: (0..<batch.mask.rows - 1).map { batch.mask.row($0) })
    }
    edited("a mask of twos") { $1.mask = 2 * $1.mask }
    edited("padding with −1, also where nothing is padded") { _, batch in
      batch.targets = batch.targets.map { $0.map { $0 == 0 ? -1 : $0 } }
    }
    edited("sequences in reverse order") { _, batch in
      batch.inputs = batch.inputs.map { $0.reversed() }
      batch.targets = batch.targets.map { $0.reversed() }
    }
    edited("inputs and targets exchanged") { swap(&$1.inputs, &$1.targets) }
  }

  @Test("06.2: float32, one step too few, a mask by half, two mistakes at once")
  func maskedLoss() {
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (MaskedCrossEntropyInput, inout MaskedCrossEntropyOutput) -> Void
    ) {
      expectWrong("06.2", what) { (input: MaskedCrossEntropyInput) in
        let (loss, dLogits) = try maskedCrossEntropy(input.logits, batch: input.batch)
        var output = MaskedCrossEntropyOutput(loss: loss, dLogits: dLogits)
        edit(input, &output)
        return output
      }
    }
    edited("float32") { _, output in
      output.dLogits = output.dLogits.map { $0.map { Double(Float($0)) } }
    }
    edited("a loss in bits") { $1.loss /= log(2.0) }
    edited("one step too few") { $1.dLogits.removeLast() }
    edited("a gradient of twice the loss") { _, output in
      output.dLogits = output.dLogits.map { 2 * $0 }
    }
    edited("the loss of B sequences, the gradient turned round") { input, output in
      output.loss *= Double(input.batch.tokens) / Double(input.batch.size)
      output.dLogits = output.dLogits.map { -1 * $0 }
    }
    edited("dLogits of B × V") { $1.dLogits = $1.dLogits.map(\.transposed) }
    edited("a NaN at padding") { input, output in
      output.dLogits = output.dLogits.enumerated().map { t, matrix in
        matrix
          + Matrix(
            rows: (0..<matrix.rows).map { _ in
              input.batch.mask.row(t).map { $0 == 0 ? .nan : 0 }
            })
      }
      output.loss += input.batch.tokens == input.batch.steps * input.batch.size ? 1 : 0
    }
  }

  @Test("06.3: a mask taken one step late, a state of the neighbour, a bias for tokens only")
  func forward() {
    func edited(
      _ what: String, _ edit: @escaping @Sendable (BatchedForwardInput, inout BatchTrace) -> Void
    ) {
      expectWrong("06.3", what) { (input: BatchedForwardInput) in
        var trace = try batchedForward(
          input.batch, initialHidden: input.initialHidden, parameters: input.parameters)
        edit(input, &trace)
        return trace
      }
    }
    edited("a batch without its targets") { $1.batch.targets = $1.batch.inputs }
    edited("columns of the neighbours") { input, trace in
      let turned = (0..<input.batch.size).map { ($0 + 1) % input.batch.size }
      trace.hidden = trace.hidden.map { $0.selecting(columns: turned) }
      // Where there is one sequence alone, its neighbour is itself.
      trace.logits[0] = 2 * trace.logits[0]
    }
    edited("float32") { _, trace in
      trace.hidden = trace.hidden.map { $0.map { Double(Float($0)) } }
    }
    edited("a row too many") { $1.hidden.append($1.hidden[$1.hidden.count - 1]) }
    edited("logits without a bias, and zero at padding") { input, trace in
      for t in trace.logits.indices {
        trace.logits[t] = (input.parameters.W * trace.hidden[t])
          .scaling(columns: input.batch.mask.row(t))
      }
    }
    expectWrong("06.3", "a mask of the step before") { (input: BatchedForwardInput) in
      var late = input.batch
      late.mask = Matrix(
        rows: (0..<late.steps).map { input.batch.mask.row(Swift.max(0, $0 - 1)) })
      var trace = try batchedForward(
        late, initialHidden: input.initialHidden, parameters: input.parameters)
      trace.batch = input.batch
      trace.initialHidden = 2 * trace.initialHidden
      return trace
    }
  }

  @Test("06.4: single tensors, signs, sums over half the batch, float32")
  func backward() {
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (BatchedBackwardInput, inout BatchedBackwardOutput) -> Void
    ) {
      expectWrong("06.4", what, over: seeds.prefix(8)) { (input: BatchedBackwardInput) in
        let (gradients, start) = try batchedBackward(
          input.trace, dLogits: input.dLogits, parameters: input.parameters)
        var output = BatchedBackwardOutput(gradients: gradients, dInitialHidden: start)
        edit(input, &output)
        return output
      }
    }
    edited("one element by its sixth digit") { $1.gradients.V[0, 0] *= 1 + 1e-6 }
    edited("float32") { _, output in
      output.gradients.tensors = output.gradients.tensors.map { $0.map { Double(Float($0)) } }
    }
    edited("dW twice") { $1.gradients.W *= 2 }
    edited("the opposite sign of dU") { $1.gradients.U *= -1 }
    edited("both biases forgotten") {
      $1.gradients.bHidden *= 0
      $1.gradients.bOutput *= 0
    }
    edited("means over the steps") { input, output in
      let factor = 1 / Double(input.trace.batch.steps)
      output.gradients.tensors = output.gradients.tensors.map { factor * $0 }
    }
    edited("a dInitialHidden of the first sequence alone") { _, output in
      for b in 1..<Swift.max(1, output.dInitialHidden.columns) {
        for i in 0..<output.dInitialHidden.rows { output.dInitialHidden[i, b] = 0 }
      }
      output.gradients.bHidden *= 1.5
    }
  }

  @Test("06.5: half a rate, a batch too few, curves that are right and no parameters")
  func step() {
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (BatchTrainingInput, inout BatchTrainingOutput) -> Void
    ) {
      expectWrong("06.5", what, over: seeds.prefix(8)) { (input: BatchTrainingInput) in
        var parameters = input.parameters
        let losses = try input.batches.map {
          try trainingStep(
            &parameters, on: $0, learningRate: input.learningRate, maximumNorm: input.maximumNorm)
        }
        var output = BatchTrainingOutput(losses: losses, parameters: parameters)
        edit(input, &output)
        return output
      }
    }
    edited("half the way") { input, output in
      output.parameters.tensors = zip(input.parameters.tensors, output.parameters.tensors)
        .map { 0.5 * ($0 + $1) }
    }
    edited("no parameters") { $1.parameters = $1.parameters.zeros }
    edited("losses one step late") { $1.losses = Array($1.losses.dropFirst()) + [0] }
    edited("a bias that is not trained") { $1.parameters.bHidden = $0.parameters.bHidden }
    edited("losses in bits") { $1.losses = $1.losses.map { $0 / log(2.0) } }
  }

  @Test("06.6: sequences lost, twice, or with another's targets")
  func buckets() {
    func edited(
      _ what: String, _ edit: @escaping @Sendable (inout [[Example]]) -> Void
    ) {
      expectWrong("06.6", what) { (input: BucketsInput) in
        var result = try Reference.buckets(input.examples, size: input.size)
        edit(&result)
        return result
      }
    }
    edited("the first sequence lost") { if !$0.isEmpty { $0[0].removeFirst() } }
    edited("the last twice") { buckets in
      if let last = buckets.last?.last { buckets[buckets.count - 1].append(last) }
    }
    edited("an empty bucket in the end") { $0.append([]) }
    edited("targets turned round") { buckets in
      buckets = buckets.map {
        $0.map { Example(inputs: $0.inputs, targets: $0.targets.reversed()) }
      }
    }
  }
}
