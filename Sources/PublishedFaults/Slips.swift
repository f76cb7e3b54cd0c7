/// Which faults there are, without a set to look them up in.
struct Slips {
  let outputTwice, cellTwice, candidateTwice, inputTwice, forgetActivated: Bool
  let staleHidden, staleShownCell, staleCell, earlierCell, dropsHidden, dropsCell: Bool

  init(_ faults: Set<Fault>) {
    outputTwice = faults.contains(.doubledOutputGate)
    cellTwice = faults.contains(.doubledCell)
    candidateTwice = faults.contains(.doubledCandidate)
    inputTwice = faults.contains(.doubledInputGate)
    forgetActivated = faults.contains(.missingForgetDerivative)
    staleHidden = faults.contains(.staleHidden)
    staleShownCell = faults.contains(.staleCellInOutputGate)
    staleCell = faults.contains(.staleCellInDerivative)
    earlierCell = faults.contains(.earlierPreviousCell)
    dropsHidden = faults.contains(.droppedHiddenCarry)
    dropsCell = faults.contains(.droppedCellCarry)
  }

  /// Whether any gate's value goes through its activation again.
  var activatesGates: Bool { outputTwice || candidateTwice || inputTwice || forgetActivated }
}
