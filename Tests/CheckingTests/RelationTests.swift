import Checking
import Testing
import Transcripts

/// A small exercise with a time axis and a matrix: T numbers, their running sums, and the products of
/// each with each.
let sums = Exercise<[Double], SumsOutput>(
  "09.2", "Sums", points: 3, hints: ["a", "b", "c"],
  challenges: { seed in
    [
      Challenge("one", [2.5]), Challenge("three", [1, -2, 4]),
      Challenge("four", [0.5, 3, -1.25, Double(seed % 10) + 2]),
    ]
  },
  reference: { x in SumsOutput(x) },
  observations: { output in
    [
      Observation(
        "running", claim: "running[t] is the sum up to t", shape: [output.running.count],
        values: .numbers(output.running), hasTimeAxis: true),
      Observation(
        "table", claim: "table[i, j] = i · x_j", shape: output.shape,
        values: .numbers(output.table)),
      Observation("total", claim: "total is the sum", output.total),
    ]
  },
  sizes: { [Size("T", "the number of steps", $0.count)] },
  misconceptions: [
    Misconception(
      "a total of squares", explanation: "Each number is squared first.", question: "Squares?",
      editing: { SumsOutput($0) }
    ) { x, output in output.total = x.reduce(0) { $0 + $1 * $1 } },
    Misconception(
      "a table that counts from one", explanation: "i begins with 1.", question: "From where?",
      editing: { SumsOutput($0) }
    ) { x, output in
      output.table = (0..<3).flatMap { i in x.map { Double(i + 1) * $0 } }
    },
  ])

struct SumsOutput: Codable, Sendable {
  var running: [Double] = []
  var table: [Double]
  var shape: [Int]
  var total: Double

  init(_ x: [Double]) {
    var sum = 0.0
    for one in x {
      sum += one
      running.append(sum)
    }
    table = (0..<3).flatMap { i in x.map { Double(i) * $0 } }
    shape = [3, x.count]
    total = sum
  }
}

/// What is said of the right result, edited.
private func failure(
  _ edit: @escaping @Sendable ([Double], inout SumsOutput) -> Void
) -> Failure? {
  let verdict = sums.check(seed: 3) { _, data in
    guard let x = try? Wire.decode([Double].self, from: data) else { return .noReply("") }
    var output = SumsOutput(x)
    edit(x, &output)
    return (try? Wire.encode(output)).map { .output($0) } ?? .noReply("")
  }.verdict
  guard case .failed(let failure) = verdict else { return nil }
  return failure
}

@Suite("Relations and pairs")
struct RelationTests {
  @Test(
    "a result that is right but for one thing is told so",
    arguments: [
      (
        "running with the opposite sign",
        { @Sendable (_: [Double], output: inout SumsOutput) in
          output.running = output.running.map { -$0 }
        }
      ),
      (
        "running divided by T",
        { x, output in
          output.running = output.running.map { $0 / Double(x.count) }
        }
      ),
      (
        "running multiplied by T",
        { x, output in
          output.running = output.running.map { $0 * Double(x.count) }
        }
      ),
      ("running times 1/2", { _, output in output.running = output.running.map { $0 / 2 } }),
      ("running times −2", { _, output in output.running = output.running.map { $0 * -2 } }),
      (
        "running one place late",
        { _, output in
          output.running = [0] + output.running.dropLast()
        }
      ),
      (
        "running one place early",
        { _, output in
          output.running = output.running.dropFirst() + [7]
        }
      ),
      ("running from last to first", { _, output in output.running.reverse() }),
      ("running without the first", { _, output in output.running.removeFirst() }),
      ("running without the last", { _, output in output.running.removeLast() }),
      (
        "the last step's running at every step",
        { _, output in
          output.running = output.running.map { _ in output.total }
        }
      ),
      ("running that stays zero", { _, output in output.running = output.running.map { _ in 0 } }),
      ("running without signs", { _, output in output.running = output.running.map(abs) }),
      (
        "running in single precision",
        { _, output in
          output.running = output.running.map { Double(Float($0 * 1.1) / 1.1) }
        }
      ),
      (
        "running clamped to ±1.5",
        { _, output in
          output.running = output.running.map { max(-1.5, min(1.5, $0)) }
        }
      ),
      (
        "table transposed",
        { x, output in
          output.table = x.flatMap { x in (0..<3).map { Double($0) * x } }
          output.shape.reverse()
        }
      ),
    ] as [(String, @Sendable ([Double], inout SumsOutput) -> Void)])
  func relation(name: String, edit: @escaping @Sendable ([Double], inout SumsOutput) -> Void) {
    #expect(failure(edit)?.diagnosis?.name == name)
  }

  @Test("every relation explains itself and asks")
  func words() {
    for relation in [-1.0, 0.5, 3, 0] {
      let cause = failure { $1.running = $1.running.map { relation * $0 } }?.diagnosis?.causes.first
      #expect(cause?.explanation.hasSuffix(".") == true)
      #expect(cause?.question.hasSuffix("?") == true)
    }
  }

  @Test("numbers without any relation get no name")
  func silence() {
    #expect(failure { _, output in output.running[0] += 0.1 }?.diagnosis == nil)
    #expect(failure { $1.running = $1.running.map { $0 + 0.25 } }?.diagnosis == nil)
    #expect(failure { $1.running = $1.running.map { $0 * $0 } }?.diagnosis == nil)
  }

  @Test("two single numbers may be in any relation by chance, and are not named")
  func tooLittle() {
    // A total is one number a case; a factor that changes from case to case is none.
    #expect(failure { x, output in output.total *= Double(x.count) + 0.3 }?.diagnosis == nil)
  }

  @Test("what an earlier call has left over is told, where nothing else explains the answers")
  func memory() {
    var calls = 0.0
    let verdict = sums.check(seed: 3) { _, data in
      guard let x = try? Wire.decode([Double].self, from: data) else { return .noReply("") }
      var output = SumsOutput(x)
      output.total += 0.3 * calls * calls
      calls += 1
      return (try? Wire.encode(output)).map { .output($0) } ?? .noReply("")
    }.verdict
    guard case .failed(let failure) = verdict else {
      Issue.record("not failed: \(verdict)")
      return
    }
    #expect(failure.diagnosis?.name == "an answer that is not the same twice")
  }

  @Test("a tensor made as its neighbour is")
  func copied() {
    let exercise = Exercise<[Double], [[Double]]>(
      "09.3", "Pairs", points: 1, hints: [],
      challenges: { _ in [Challenge("one", [1, 2, 5]), Challenge("two", [-1, 0.5, 2])] },
      reference: { x in [x.map { $0 * $0 }, x.map { $0 + 1 }] },
      observations: { output in
        zip(["squares", "successors"], output).map {
          Observation($0, claim: $0, shape: [$1.count], values: .numbers($1))
        }
      }, misconceptions: [])
    let verdict = exercise.check(seed: 1) { _, data in
      guard let x = try? Wire.decode([Double].self, from: data) else { return .noReply("") }
      let squares = x.map { $0 * $0 }
      return (try? Wire.encode([squares, squares])).map { .output($0) } ?? .noReply("")
    }.verdict
    guard case .failed(let failure) = verdict else {
      Issue.record("not failed: \(verdict)")
      return
    }
    #expect(failure.diagnosis?.name == "successors made as squares is")
  }

  @Test("two misconceptions in two tensors are both named")
  func sideBySide() {
    let failure = failure { x, output in
      output.total = x.reduce(0) { $0 + $1 * $1 }
      output.table = (0..<3).flatMap { i in x.map { Double(i + 1) * $0 } }
    }
    #expect(
      failure?.diagnosis?.causes.map(\.name) == [
        "a total of squares", "a table that counts from one",
      ])
  }

  @Test("a misconception beside a relation, and one after the other")
  func mixed() {
    let beside = failure { x, output in
      output.total = x.reduce(0) { $0 + $1 * $1 }
      output.running = output.running.map { -$0 }
    }
    #expect(
      beside?.diagnosis?.causes.map(\.name)
        == ["a total of squares", "running with the opposite sign"])
    let after = failure { x, output in
      output.table = (0..<3).flatMap { i in x.map { -Double(i + 1) * $0 } }
    }
    #expect(
      after?.diagnosis?.causes.map(\.name)
        == ["a table that counts from one", "table with the opposite sign"])
  }

  @Test("a failure lists the cases that are right beside those that are wrong")
  func scope() {
    let failure = failure { x, output in if x.count == 3 { output.total = 0 } }
    #expect(failure?.scope == Failure.Scope(right: ["one", "four"], wrong: ["three"]))
  }
}
