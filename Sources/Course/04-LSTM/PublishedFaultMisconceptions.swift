import Checking
import Contracts
import PublishedFaults
import Recurrent

/// The faults of a published lab, one by one and as they come together.
let publishedFaultMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] =
  Fault.allCases.map { wrongBackward($0.title, $0.explanation, $0.question, $0.change) } + [
    faulty(
      "the published lab's gradient: eleven faults at once",
      """
      Every gradient but dbv is off, and since the faults partly hide each other, the loss \
      falls all the same.
      """,
      "Which of its lines is wrong at T = 1 already, where no carry and no list comes in?",
      Set(Fault.allCases)),
    wrongBackward(
      "nothing is handed back in time, neither dh nor dC",
      "Each step hears of its own loss only, and both initial gradients are zero.",
      "Through which two vectors does step t act on step t + 1?"
    ) { pass in
      for fault in Fault.carries { fault.change(&pass) }
    },
    wrongBackward(
      "four derivatives taken of activated values: of o, i and g, and on the way from h to c",
      """
      Saturated gates, candidates and cells get far too much gradient, and nothing else is \
      wrong.
      """,
      "Has `trace.steps[t]` been through σ and tanh already?"
    ) { pass in
      for fault in Fault.doubledDerivatives { fault.change(&pass) }
    },
  ]

extension Fault {
  /// The same fault as a decision, which can be made together with others.
  @Sendable fileprivate func change(_ pass: inout OpenLSTMBackward) {
    switch self {
    case .doubledOutputGate: pass.do.slope = { sigmoidSlopeTwice($0.o) }
    case .doubledCell: pass.slope = { tanhSlopeTwice($0.sloped) }
    case .doubledCandidate: pass.dg.slope = { tanhSlopeTwice($0.g) }
    case .doubledInputGate: pass.di.slope = { sigmoidSlopeTwice($0.i) }
    case .missingForgetDerivative: pass.df.slope = { $0.f.map { 1 / (1 + exp(-$0)) } }
    case .staleHidden: pass.shownToLogits = { $0.previousHidden }
    case .staleCellInOutputGate: pass.do.partner = { $0.oldCell.map { tanh($0) } }
    case .staleCellInDerivative: pass.sloped = { $0.oldCell.map { tanh($0) } }
    case .earlierPreviousCell:
      pass.cellBeforeStep = { trace, t in
        t > 1
          ? trace.steps[t - 2].cell
          : t == 1 ? trace.initialCell : trace.steps[trace.steps.count - 1].cell
      }
    case .droppedHiddenCarry: pass.carryHidden = { _, step in 0 * step.dHiddenNext }
    case .droppedCellCarry: pass.carryCell = { 0 * $0.dCellNext }
    }
  }

  fileprivate var explanation: String {
    switch self {
    case .doubledOutputGate:
      "dW_o and db_o meet a nearly flat slope: σ is applied again to a finished gate."
    case .doubledCell:
      "Every gradient that passes from h to c is too large: tanh is applied twice in its slope."
    case .doubledCandidate:
      "dW_g and db_g come out too large: tanh is applied again to the finished candidate."
    case .doubledInputGate:
      "dW_i and db_i meet a nearly flat slope: σ is applied again to a finished gate."
    case .missingForgetDerivative:
      "dW_f and db_f are weighed by a number between 0.5 and 0.73, not by σ's slope."
    case .staleHidden: "dW_v is built from the state one step too early; the logits never saw it."
    case .staleCellInOutputGate: "dW_o and db_o weigh each step by the cell of the step before."
    case .staleCellInDerivative:
      "The way from h to c takes tanh's slope at the cell of the step before."
    case .earlierPreviousCell:
      "dW_f and db_f meet c_{t−2}; at the first step the index wraps to the last cell."
    case .droppedHiddenCarry:
      "Each step's dh sees only its own loss: what later steps say about h_t is lost."
    case .droppedCellCarry:
      "Each step's dC sees only its own h_t: what later steps say about c_t is lost."
    }
  }

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
  _ name: String, _ explanation: String, _ question: String, _ faults: Set<Fault>
) -> Misconception<LSTMBackwardInput, LSTMBackwardOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: FaultyGradient([]),
    run: { gradient, input in
      let result = try gradient(input.trace, targets: input.targets, parameters: input.parameters)
      return LSTMBackwardOutput(
        gradients: result.gradients, dInitialHidden: result.dInitialHidden,
        dInitialCell: result.dInitialCell)
    }, change: { $0.faults.formUnion(faults) })
}
