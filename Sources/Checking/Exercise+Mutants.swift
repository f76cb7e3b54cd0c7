import Transcripts

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Exercise {
  /// Puts every misconception to every challenge and every property, one by one.
  ///
  /// - Parameters:
  ///   - seeds: one or more; a kill that some of them miss depends on luck.
  ///   - others: answers for other exercises, which properties ask for.
  /// - Complexity: seeds × misconceptions × checks.
  public func mutantMatrix(seeds: [UInt64], others: Ask) -> MutantMatrix {
    let trials = seeds.map { seed in
      Trial(seed: seed, cases: challenges(seed).map { Trial.Case($0, try? reference($0.input)) })
    }
    let challengeNames = trials.first?.cases.map(\.challenge.name) ?? []
    // Another seed may make more or fewer of them; what there is no name for has no column.
    let count = challengeNames.count
    var matrix = MutantMatrix(
      exercise: id, title: title, seeds: seeds,
      columns: challengeNames.map { .init(kind: .challenge, name: $0) }
        + properties.map { .init(kind: .property, name: $0.claim) },
      rows: [], comparesWithReference: comparesWithReference)
    for misconception in misconceptions {
      var cells = matrix.columns.map { _ in MutantMatrix.Cell(places: []) }
      for trial in trials {
        let places = places(of: misconception, in: trial, others)
        for column in cells.indices {
          let isChallenge = column < count
          let found =
            isChallenge
            ? (column < places.challenges.count ? places.challenges[column] : nil)
            : places.properties[column - count]
          cells[column].places.append(found)
        }
      }
      matrix.rows.append(
        .init(
          name: misconception.name, explanation: misconception.explanation, cells: cells,
          naming: naming(of: misconception, seeds.first ?? 0, others)))
    }
    return matrix
  }

  private struct Trial {
    struct Case {
      var challenge: Challenge<Input>
      var right: Output?

      init(_ challenge: Challenge<Input>, _ right: Output?) {
        self.challenge = challenge
        self.right = right
      }
    }

    var seed: UInt64
    var cases: [Case]
  }

  /// Where each check sees the mistake; `nil` where it does not.
  private func places(
    of misconception: Misconception<Input, Output>, in trial: Trial, _ others: Ask
  ) -> (challenges: [String?], properties: [String?]) {
    func ask(_ exercise: String, _ input: Data) -> CallOutcome {
      exercise == id ? answer(of: misconception, input) : others(exercise, input)
    }
    var challenges: [String?] = []
    var properties: [String?] = self.properties.map { _ in nil }
    for (index, one) in trial.cases.enumerated() {
      guard let got = try? misconception.implementation(one.challenge.input) else {
        challenges.append("throws")
        continue
      }
      var found: String?
      if comparesWithReference, let right = one.right,
        case .different(_, let finding, let divergence) = compare(
          expected: observations(right), got: observations(got), tolerance: tolerance)
      {
        found = divergence?.shortPlace ?? finding
      }
      for (p, property) in self.properties.enumerated()
      where finds(property, one.challenge.input, got, ask) {
        properties[p] = properties[p] ?? "C\(index + 1)"
        if !comparesWithReference { found = found ?? "P\(p + 1)" }
      }
      challenges.append(found)
    }
    return (challenges, properties)
  }

  /// A property that cannot be asked kills nothing.
  private func finds(
    _ property: Property<Input, Output>, _ input: Input, _ got: Output, _ ask: Ask
  ) -> Bool {
    ((try? property.finding(input, got, ask)) ?? nil) != nil
  }

  private func naming(
    of misconception: Misconception<Input, Output>, _ seed: UInt64, _ others: Ask
  ) -> MutantMatrix.Naming {
    let result = check(seed: seed) { exercise, input in
      exercise == id ? answer(of: misconception, input) : others(exercise, input)
    }
    guard case .failed(let failure) = result.verdict else { return .nothingFailed }
    guard let name = failure.diagnosis?.name else { return .silent }
    return name == misconception.name ? .named : .takenFor(name)
  }

  private func answer(
    of misconception: Misconception<Input, Output>, _ data: Data
  ) -> CallOutcome {
    do {
      let input = try Wire.decode(Input.self, from: data)
      return .output(try Wire.encode(try misconception.implementation(input)))
    } catch {
      return .threw("\(error)")
    }
  }
}

extension Divergence {
  /// "dV", "hidden t 2": what fits a narrow column.
  fileprivate var shortPlace: String { timeStep.map { "\(tensor) t \($0)" } ?? tensor }
}
