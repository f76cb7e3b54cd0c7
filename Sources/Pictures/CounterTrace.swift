public import Recurrent
public import Transcripts

// T steps, H hidden size, V vocabulary size.

/// A sequence that a network has read, by a name for the reader: "8 a, 9 b".
public struct Reading<Trace> {
  public var name: String
  public var trace: Trace

  public init(_ name: String, _ trace: Trace) {
    self.name = name
    self.trace = trace
  }
}

extension Reading: Sendable where Trace: Sendable {}

/// One unit of an LSTM over several sequences side by side: its cell and hidden state, its gates, and
/// below them how likely the end is.
///
/// - Parameters:
///   - readings: the right sequence first, then its near misses; each of one or more steps.
///   - unit: in `0..<H`.
///   - endOfSequence: the token whose probability is drawn.
public func counterTrace(
  _ readings: [Reading<LSTMTrace>], unit: Int, title: String? = nil, description: String,
  endOfSequence: Int = CountingTask.endOfSequence
) -> SmallMultiples {
  panels(
    readings, title: title ?? "Unit \(unit) of the LSTM", description: description,
    rows: [
      (
        "memory cell and hidden state",
        {
          [("cell", $0.steps.map { $0.cell[unit] }), ("hidden", $0.steps.map { $0.hidden[unit] })]
        }
      ),
      (
        "gates",
        {
          [
            ("forgetGate", $0.steps.map { $0.forgetGate[unit] }),
            ("inputGate", $0.steps.map { $0.inputGate[unit] }),
            ("outputGate", $0.steps.map { $0.outputGate[unit] }),
          ]
        }
      ),
      ("probability of the end", { [("EOS", probability(of: endOfSequence, $0.logits))] }),
    ])
}

/// One unit of a GRU over several sequences side by side: its state and candidate, its gates, and how
/// likely the end is.
public func counterTrace(
  _ readings: [Reading<GRUTrace>], unit: Int, title: String? = nil, description: String,
  endOfSequence: Int = CountingTask.endOfSequence
) -> SmallMultiples {
  panels(
    readings, title: title ?? "Unit \(unit) of the GRU", description: description,
    rows: [
      ("hidden state", { [("hidden", $0.steps.map { $0.hidden[unit] })] }),
      (
        "gates",
        {
          [
            ("resetGate", $0.steps.map { $0.resetGate[unit] }),
            ("updateGate", $0.steps.map { $0.updateGate[unit] }),
          ]
        }
      ),
      ("probability of the end", { [("EOS", probability(of: endOfSequence, $0.logits))] }),
    ])
}

/// One unit of a recurrent network over several sequences side by side: its state, and how likely the
/// end is.
public func counterTrace(
  _ readings: [Reading<RNNTrace>], unit: Int, title: String? = nil, description: String,
  endOfSequence: Int = CountingTask.endOfSequence
) -> SmallMultiples {
  panels(
    readings, title: title ?? "Unit \(unit) of the recurrent network", description: description,
    rows: [
      ("hidden state", { [("hidden", $0.hidden.map { $0[unit] })] }),
      ("probability of the end", { [("EOS", probability(of: endOfSequence, $0.logits))] }),
    ])
}

private func panels<Trace>(
  _ readings: [Reading<Trace>], title: String, description: String,
  rows: [(name: String, curves: (Trace) -> [(name: String, values: [Double])])]
) -> SmallMultiples {
  SmallMultiples(
    title: title, description: description, x: .init("tokens read"), y: .init("value"),
    columnNames: readings.map(\.name), rowNames: rows.map(\.name),
    panels: rows.flatMap { row in
      readings.map { reading in
        .init(
          row.curves(reading.trace).map { curve in
            .init(curve.name, x: curve.values.indices.map { Double($0 + 1) }, y: curve.values)
          })
      }
    }, yAxes: .byRow)
}

/// The probability of one token at each step, from T vectors of V logits.
func probability(of token: Int, _ logits: [Vector]) -> [Double] {
  logits.map { softmax($0)[token] }
}

/// The probabilities of a vector of V ≥ 1 logits.
func softmax(_ logits: Vector) -> Vector {
  let largest = logits.max() ?? 0
  let shifted = logits.map { exponential($0 - largest) }
  return shifted / shifted.sum
}
