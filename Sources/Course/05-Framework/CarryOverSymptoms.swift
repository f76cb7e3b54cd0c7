import Checking
import Contracts
import Recurrent
import Reference

/// A tensor that is not set keeps the numbers that the framework has drawn, which only it knows: even
/// ones between ±1/√H.
let carryOverSymptoms: [Symptom<CarryOverInput, CarryOverOutput>] = [
  leftAsDrawn(
    "a second bias that is left as it was drawn",
    "Each gate is shifted by random numbers beside its bias, since the framework adds both and the "
      + "second is not set to zero.",
    "What is in the second bias after your function?"
  ) { right, got, bound in
    // Of the two biases only their sum counts.
    isDrawn(Matrix(column: biases(got) - biases(right)), within: bound) ? biasParts : nil
  },
  leftAsDrawn(
    "biases that are left as they were drawn",
    "Each gate is shifted by random numbers that you never trained, since its bias is not carried "
      + "over.",
    "Which of your parameters, besides the weights, does the network have?"
  ) { _, got, bound in
    isDrawn(Matrix(column: biases(got)), within: 2 * bound) ? biasParts : nil
  },
  leftAsDrawn(
    "an output bias that is left as it was drawn",
    "The logits are shifted by random numbers, since b_v is not carried over.",
    "Which parameters has the layer `output`?"
  ) { _, got, bound in
    isDrawn(Matrix(column: got.outputBias ?? []), within: bound) ? [\.outputColumn] : nil
  },
  leftAsDrawn(
    "output weights that are left as they were drawn",
    "The logits are made by random weights, since W_v is not carried over.",
    "Which parameters has the layer `output`?"
  ) { _, got, bound in isDrawn(got.output, within: bound) ? [\.output] : nil },
  leftAsDrawn(
    "an output layer that is left as it was drawn",
    "The logits are made by random numbers, since neither W_v nor b_v is carried over.",
    "Which layers has the network?"
  ) { _, got, bound in
    isDrawn(got.output, within: bound)
      && isDrawn(Matrix(column: got.outputBias ?? []), within: bound)
      ? [\.output, \.outputColumn] : nil
  },
  leftAsDrawn(
    "a weight_hh that is left as it was drawn",
    "The gates hear the hidden state through random weights.",
    "Where do the first H columns of your gates go?"
  ) { _, got, bound in isDrawn(got.hiddenHidden, within: bound) ? [\.hiddenHidden] : nil },
  leftAsDrawn(
    "a weight_ih that is left as it was drawn",
    "The gates hear the input through random weights.",
    "Where do the last V columns of your gates go?"
  ) { _, got, bound in isDrawn(got.inputHidden, within: bound) ? [\.inputHidden] : nil },
]

private typealias Part = any KeyPath<NetworkWeights, Matrix> & Sendable

private let biasParts: [Part] = [\.biasColumn]

/// A symptom of 05.4: some tensors are as drawn, all others are right.
///
/// - Parameter parts: the tensors that are as drawn, if they are.
private func leftAsDrawn(
  _ name: String, _ explanation: String, _ question: String,
  _ parts:
    @escaping @Sendable (_ right: NetworkWeights, _ got: NetworkWeights, _ bound: Double) -> [Part]?
) -> Symptom<CarryOverInput, CarryOverOutput> {
  Symptom(name, explanation: explanation, question: question) { input, right, got in
    let (a, b) = (right.weights, got.weights)
    let bound = 1 / Double(input.parameters.hiddenSize).squareRoot()
    guard b.tensors.map(\.rows) == a.tensors.map(\.rows),
      b.tensors.map(\.columns) == a.tensors.map(\.columns), let drawn = parts(a, b, bound)
    else { return false }
    let all: [Part] = [\.inputHidden, \.hiddenHidden, \.biasColumn, \.output, \.outputColumn]
    return all.allSatisfy { part in
      let differs = zip(a[keyPath: part].elements, b[keyPath: part].elements)
        .contains { abs($0 - $1) > 1e-9 }
      return differs == drawn.contains(part)
    }
  }
}

private func biases(_ weights: NetworkWeights) -> Vector { weights.inputBias + weights.hiddenBias }

/// Whether numbers may have been drawn evenly between ±bound: none is zero, as none that is set is.
private func isDrawn(_ matrix: Matrix, within bound: Double) -> Bool {
  matrix.elements.allSatisfy { $0 != 0 && abs($0) <= bound }
}

extension NetworkWeights {
  /// The sum of the LSTM's two biases.
  fileprivate var biasColumn: Matrix { Matrix(column: inputBias + hiddenBias) }
  fileprivate var outputColumn: Matrix { Matrix(column: outputBias ?? []) }
}
