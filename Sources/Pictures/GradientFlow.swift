public import Transcripts

/// How much of a gradient is left, step by step back from the loss: a logarithmic axis, on which a
/// straight line is a constant factor.
///
/// - Parameter norms: for each curve the norms from the step next to the loss backwards; each is drawn
///   relative to its first.
public func gradientFlow(
  _ norms: [(name: String, norms: [Double])],
  title: String = "How far back the last loss reaches", description: String
) -> LinePlot {
  LinePlot(
    title: title, description: description, x: .init("steps back"),
    y: .init("gradient norm, relative", scale: .logarithmic),
    series: norms.map { curve in
      let first = curve.norms.first ?? 1
      return .init(curve.name, curve.norms.map { $0 / first })
    })
}

/// The share of right answers against the length of a sequence, with a mark where the training ended.
///
/// - Parameters:
///   - curves: for each network the shares, 0 … 1, at the lengths that begin with `first`.
///   - trainedTo: the greatest length in the training data.
public func accuracyByLength(
  _ curves: [(name: String, shares: [Double])], first: Int = 1, trainedTo: Int,
  title: String = "Accuracy against length", description: String, lengthName: String = "n"
) -> LinePlot {
  LinePlot(
    title: title, description: description, x: .init(lengthName),
    y: .init("share of right answers"),
    series: curves.map { curve in
      .init(curve.name, x: curve.shares.indices.map { Double(first + $0) }, y: curve.shares)
    }, marks: [.init("trained up to \(trainedTo)", x: Double(trainedTo))])
}
