import Foundation
import Testing
import Transcripts

/// An exercise is judged alone on the model answers of what it builds on, and the chain once more.
@Suite("Exercises that build on others", .serialized)
struct ChainTests {
  let course: ChainCourse

  init() throws { course = try ChainCourse() }

  /// 03.5 is right, and what is below it is not.
  private func expectRightAlone(
    _ results: [String: ExerciseResult], on missing: [String],
    _ source: SourceLocation = #_sourceLocation
  ) throws {
    let training = try #require(results["03.5"])
    #expect(training.verdict.isPassed, "\(training.verdict)", sourceLocation: source)
    #expect(training.standingIn == missing, sourceLocation: source)
    #expect(training.earned == 5, sourceLocation: source)
    #expect(training.together?.isPassed == false, sourceLocation: source)
    #expect(
      training.chainNote?.hasPrefix("Right, on the model answers of \(missing[0])") == true,
      sourceLocation: source)
  }

  @Test("where all is right, one run says both, and nothing speaks against training")
  func allRight() throws {
    let (results, transcript) = try course.run()
    let training = try #require(results["03.5"])
    #expect(training.verdict.isPassed, "\(training.verdict)")
    #expect(training.together == nil)
    #expect(training.chainNote == nil)
    #expect(training.remarks.count == 7)
    #expect(training.remarks.allSatisfy { $0.kind == .fine }, "\(training.remarks)")
    #expect(transcript.earned == 8 + 2 + 2 + 5)
  }

  @Test("a wrong backward pass costs itself, not the loop; cells wait for the whole chain")
  func wrong() throws {
    try course.edit("next = parameters.V.transposedProduct(da)", "")
    let (results, transcript) = try course.run()
    #expect(results["03.1"]?.verdict.isFailure == true)
    try expectRightAlone(results, on: ["03.1"])
    if case .failed = results["03.5"]?.together {} else { Issue.record("the chain is not failed") }
    let locked = transcript.cells.first { $0.label == "training" }?.status
    guard case .locked(let needs) = locked else {
      Issue.record("\(String(describing: locked))")
      return
    }
    #expect(needs.suffix(4) == ["01.5", "02.1", "03.1", "03.5"])
  }

  @Test("one that is not begun, one that crashes, one that throws, far below")
  func others() throws {
    try course.edit("Exercises/02-RNNForward.swift", "return powers / powers.sum", "fatalError()")
    try course.edit(
      "var clipped = gradients",
      "struct No: Error {}; if norm > 0 { throw No() }; var clipped = gradients")
    let (results, _) = try course.run()
    #expect(results["03.1"]?.verdict.isPassed == true, "03.1 is judged without its softmax")
    #expect(results["03.1"]?.standingIn == ["02.2"])
    try expectRightAlone(results, on: ["02.2", "03.3"])
  }

  @Test("a section that does not compile stops itself and no other")
  func notCompiled() throws {
    try course.edit("var dLogits = try softmax", "let dLogits = try sotfmax")
    let (results, _) = try course.run()
    guard case .notCompiled(let errors) = results["03.1"]?.verdict else {
      Issue.record("\(String(describing: results["03.1"]?.verdict))")
      return
    }
    #expect(errors.first?.file == ChainCourse.file)
    #expect(results["03.3"]?.verdict.isPassed == true)
    #expect(results["03.2"]?.verdict == .notStarted)
    try expectRightAlone(results, on: ["03.1"])
    if case .notCompiled = results["03.5"]?.together {} else { Issue.record("the chain compiles") }
  }

  @Test("a wrong loop on a wrong backward pass is told its own mistake")
  func bothWrong() throws {
    try course.edit("g.V.addOuter(da, previous)", "")
    try course.edit("t / Double(training.count)", "t")
    let (results, _) = try course.run()
    guard case .failed(let failure) = results["03.5"]?.verdict else {
      Issue.record("not failed")
      return
    }
    #expect(
      failure.diagnosis?.name == "a sum over the sequences where their mean belongs"
        || failure.claim.contains("training loss"))
    #expect(results["03.5"]?.chainNote?.contains("about 03.5 alone") == true)
  }

  @Test("a helper that goes with another's section: skipped, and said why")
  func helper() throws {
    try course.edit("next = parameters.V.transposedProduct(da)", "")
    try course.edit(
      "// MARK: - 03.2",
      "func mean(_ x: Double, _ n: Int) -> Double { x / Double(n) }\n\n// MARK: - 03.2")
    try course.edit("t / Double(training.count)", "mean(t, training.count)")
    let (results, _) = try course.run()
    let training = try #require(results["03.5"])
    #expect(training.verdict == .skipped(needs: ["03.1"]))
    let remark = training.remarks.first?.text ?? ""
    #expect(remark.contains("03.5 could not be checked apart from 03.1"), "\(remark)")
    #expect(remark.contains("cannot find 'mean' in scope"), "\(remark)")
    #expect(remark.contains("safe above the first MARK line"), "\(remark)")
  }

  @Test("nobody is told a model answer that is his own to find, nor one on which nothing depends")
  func greedy() throws {
    try course.edit("next = parameters.V.transposedProduct(da)", "")
    try course.edit(
      "let zero = Vector(zeros: parameters.hiddenSize)",
      """
      for other in ["03.5", "03.6", "02.1"] {
          do {
            _ = try modelAnswer(of: other, for: 1, as: Int.self)
            fatalError("told")
          } catch { print(other, error) }
        }
        let zero = Vector(zeros: parameters.hiddenSize)
      """)
    let (results, _) = try course.run()
    try expectRightAlone(results, on: ["03.1"])
    let output = results["03.5"]?.output ?? ""
    for id in ["03.5", "03.6", "02.1"] {
      #expect(output.contains("\(id) the model answer of \(id) is not to be had here"), "\(output)")
    }
  }

  @Test("a model answer that traps on what a student's loop makes of it costs that loop alone")
  func trap() throws {
    try course.edit("next = parameters.V.transposedProduct(da)", "")
    try course.edit(
      "targets: sample.targets, parameters: parameters)", "targets: [99], parameters: parameters)")
    let (results, _) = try course.run()
    guard case .failed(let failure) = results["03.5"]?.verdict else {
      Issue.record("\(String(describing: results["03.5"]?.verdict))")
      return
    }
    #expect(
      failure.finding.contains("the model answer of 03.1 cannot work with this input"),
      "\(failure.finding)")
    #expect(results["03.3"]?.verdict.isPassed == true)
  }
}
