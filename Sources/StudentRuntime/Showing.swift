@_exported public import Transcripts

/// Shows a curve, or several, below the cell.
public func show(_ plot: LinePlot) { show(.figure(.lines(plot))) }

/// Shows a grid of little plots on the same axes below the cell.
public func show(_ multiples: SmallMultiples) { show(.figure(.multiples(multiples))) }

/// Shows a matrix as coloured squares below the cell.
public func show(_ map: HeatMap) { show(.figure(.heatMap(map))) }

/// Shows how often each value occurs below the cell.
public func show(_ histogram: Histogram) { show(.figure(.histogram(histogram))) }

/// Shows nodes and their connections below the cell.
public func show(_ diagram: Diagram) { show(.figure(.diagram(diagram))) }

/// Shows rows and columns of text below the cell.
public func show(_ table: Table) { show(.table(table)) }

private func show(_ event: CellEvent) {
  guard let payload = try? Wire.encode(event) else { return }
  Channel.shared.sendAndWait(ReplyHeader(.shown), payload)
}

// MARK: - Called by the tangled program between the cells

public func beginCell(_ label: String) {
  Channel.shared.sendAndWait(ReplyHeader(.cellBegan, text: label))
}

public func endCell(_ label: String) {
  Channel.shared.sendAndWait(ReplyHeader(.cellEnded, text: label))
}

public func endProgram() {
  Channel.shared.send(ReplyHeader(.finished))
}
