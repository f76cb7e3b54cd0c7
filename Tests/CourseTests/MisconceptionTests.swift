import Checking
import Course
import Testing
import Transcripts

@Suite struct MisconceptionTests {
  @Test("the reference passes for every seed", arguments: ids)
  func reference(id: String) {
    let exercise = course(id)
    for seed in seeds {
      guard case .passed(let checks, let worstError) = Program().verdict(exercise.id, seed: seed)
      else {
        Issue.record("seed \(seed): \(Program().verdict(exercise.id, seed: seed))")
        continue
      }
      #expect(checks >= 4)
      #expect(worstError < 1e-10)
    }
  }

  @Test("every misconception is failed and named for every seed", arguments: ids)
  func mutants(id: String) async {
    let exercise = course(id)
    // A catalogue may hold a hundred: side by side they take half as long.
    await withTaskGroup(of: Void.self) { group in
      for (index, mutant) in exercise.mutants.enumerated() {
        group.addTask { expectNamed(mutant, of: exercise, own: index) }
      }
    }
  }
}

private func expectNamed(_ mutant: AnyExercise.Mutant, of exercise: AnyExercise, own: Int) {
  let program = Program(exercise.id, raw: mutant.answer)
  // Each mutant is weighed against all others: of a large catalogue one seed takes long enough, and
  // every mutant of it meets one of its own.
  let met = exercise.mutants.count > 60 ? [seeds[own % seeds.count]] : Array(seeds.suffix(4))
  for seed in met {
    let verdict = program.verdict(exercise.id, seed: seed)
    guard let failure = verdict.failure else {
      Issue.record("seed \(seed): \(mutant.name) is not failed but \(verdict)")
      continue
    }
    #expect(failure.diagnosis?.name == mutant.name, "seed \(seed), \(failure.challenge)")
    #expect(!failure.claim.isEmpty)
    #expect(!failure.finding.isEmpty)
  }
}
