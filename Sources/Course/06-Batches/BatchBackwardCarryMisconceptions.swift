import Checking
import Contracts
import Recurrent

/// What step t hands back to step t − 1, and the slope on its way.
let batchBackwardCarryMisconceptions: [Misconception<BatchedBackwardInput, BatchedBackwardOutput>] =
  [
    wrongBatchBackward(
      "a carry of what goes past alone, without Vᵀ dA",
      "Padding hands its gradient on, but no token hands anything to the step before.",
      "Through which two ways does H_{t−1} act on H_t?"
    ) { $0.carry = { _, past, _ in past } },
    wrongBatchBackward(
      "a carry that is added up instead of replaced",
      "Old gradients stay in the carry and are counted again at every earlier step.",
      "What of the gradient at step t + 1 is still in the carry when step t − 1 reads it?"
    ) { $0.carry = { back, past, dNext in dNext + back + past } },
    wrongBatchBackward(
      "a carry of one step only",
      "What step t hands back comes of its own logits alone, so a loss reaches one step and no further.",
      "Does what step t hands back contain what step t itself was handed?"
    ) { $0.carriesOwnOnly = true },
    wrongBatchBackward(
      "a carry without the slope of tanh",
      "The sums are right, but what goes back through V has not met 1 − H².",
      "What does V's transpose multiply: dH or dA?"
    ) { $0.leavesOutSlope = [.carry] },
    wrongBatchBackward(
      "the slope of the state before: 1 − H_{t−1}²",
      "The slope is taken one step too early, at a state that this tanh did not make.",
      "Which state came out of the tanh of step t?"
    ) {
      $0.slope = { trace, t in
        OpenBatchedBackward.rightBefore(trace, t).map { 1 - $0 * $0 }
      }
    },
    wrongBatchBackward(
      "tanh applied again to the states, in the slope",
      "tanh is applied a second time, so the slope does not see where a unit is saturated.",
      "`hidden` has been through tanh: what is tanh′ in terms of h?"
    ) {
      $0.slope = { trace, t in trace.hidden[t].map { 1 - tanh($0) * tanh($0) } }
    },
    wrongBatchBackward(
      "a sigmoid's slope: h(1 − h)",
      "Where a state is negative its gradient changes its sign.",
      "Which function made the states?"
    ) { $0.slope = { trace, t in trace.hidden[t].map { $0 * (1 - $0) } } },
    wrongBatchBackward(
      "1 + h² in place of 1 − h²", "Saturated units get the most gradient of all.",
      "Is tanh steepest at 0 or far from it?"
    ) { $0.slope = { trace, t in trace.hidden[t].map { 1 + $0 * $0 } } },
    wrongBatchBackward(
      "h² in place of 1 − h²", "Units near zero get no gradient, and saturated ones a full one.",
      "Is tanh steepest at 0 or far from it?"
    ) { $0.slope = { trace, t in trace.hidden[t].map { $0 * $0 } } },
    wrongBatchBackward(
      "(1 − h)² in place of 1 − h²",
      "The square is taken of the difference, not of h.",
      "What is squared in the derivative of tanh?"
    ) { $0.slope = { trace, t in trace.hidden[t].map { (1 - $0) * (1 - $0) } } },
    wrongBatchBackward(
      "a loop that runs forwards in time",
      "The carry arrives from the past, so no step hears of the losses that come after it.",
      "Which step's gradient can be known first?"
    ) { $0.order = { Array(0..<$0) } },
    wrongBatchBackward(
      "a loop that begins one step too early",
      "The last step adds nothing to any sum, and its loss reaches no state.",
      "At which t does your loop begin?"
    ) { $0.order = { (0..<max($0 - 1, 0)).reversed() } },
    // The initial states.
    wrongBatchBackward(
      "a dInitialHidden that is one step late: the gradient by the first step's states",
      "You return dH of step 0, the gradient by the states that the first step made.",
      "How many steps lie between the initial states and `trace.hidden[0]`?"
    ) { $0.initial = { dHidden, _ in dHidden } },
    wrongBatchBackward(
      "a dInitialHidden that is dA of the first step",
      "What leaves the first tanh is returned before it has gone through V.",
      "What did V multiply in the first step?"
    ) { $0.initial = { _, dActivation in dActivation } },
    wrongBatchBackward(
      "a dInitialHidden that is the mean over the sequences",
      "Each sequence's beginning gets the mean of what belongs to all of them.",
      "Does sequence 0 know where sequence 1 began?"
    ) {
      $0.finish = {
        let d = $1.dInitialHidden
        let mean = (1 / Double(d.columns)) * d.sumOfColumns
        $1.dInitialHidden = Matrix(columns: (0..<d.columns).map { _ in mean })
      }
    },
  ]
