import Checking
import Contracts
import PublishedFaults
import Recurrent

/// The faults of a published lab, one by one and as they come together.
let publishedFaultMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] =
  Fault.allCases.map { faulty($0.title, $0.question, [$0]) } + [
    faulty(
      "the published lab's gradient: eleven faults at once",
      "Which of its lines is wrong at T = 1 already, where no carry and no list comes in?",
      Set(Fault.allCases)),
    faulty(
      "nothing is handed back in time, neither dh nor dC",
      "Through which two vectors does step t act on step t + 1?", Fault.carries),
    faulty(
      "four derivatives taken of activated values: of o, i and g, and on the way from h to c",
      "Has `trace.steps[t]` been through σ and tanh already?", Fault.doubledDerivatives),
  ]

extension Fault {
  fileprivate var question: String {
    switch self {
    case .doubledOutputGate: "`outputGate` has been through σ: what is σ′ in terms of its value o?"
    case .doubledCell: "What is the derivative of tanh in terms of its value tanh(c)?"
    case .doubledCandidate: "`candidate` has been through tanh: what is tanh′ in terms of g?"
    case .doubledInputGate: "`inputGate` has been through σ: what is σ′ in terms of its value i?"
    case .missingForgetDerivative: "How steep is σ where its value is f?"
    case .staleHidden: "Which hidden state does W_v multiply at step t?"
    case .staleCellInOutputGate: "Does o_t show the cell before the step or the one after it?"
    case .staleCellInDerivative: "At which step's cell is tanh taken when it makes h_t?"
    case .earlierPreviousCell:
      "In a list that begins with the initial cell, which index has the cell before step t?"
    case .droppedHiddenCarry: "What does step t hand back to step t − 1 through h_{t−1}?"
    case .droppedCellCarry: "What does step t hand back to step t − 1 through c_{t−1}?"
    }
  }
}

private func faulty(
  _ name: String, _ question: String, _ faults: Set<Fault>
) -> Misconception<LSTMBackwardInput, LSTMBackwardOutput> {
  let gradient = FaultyGradient(faults)
  return Misconception(name, question: question) { input in
    let result = try gradient(input.trace, targets: input.targets, parameters: input.parameters)
    return LSTMBackwardOutput(
      gradients: result.gradients, dInitialHidden: result.dInitialHidden,
      dInitialCell: result.dInitialCell)
  }
}
