import Foundation
import Lessons
import Testing

@testable import Report

@Suite("Formulas beside KaTeX's")
struct KaTeXTests {
  /// Where our MathML and KaTeX's say different things.
  private func differences(
    _ formulas: [(place: String, tex: String, isDisplay: Bool)]
  ) throws -> [String] {
    let theirs = try KaTeX.mathML(of: formulas.map { ($0.tex, $0.isDisplay) })
    #expect(theirs.count == formulas.count)
    return try zip(formulas, theirs).compactMap { formula, theirs in
      let ours = try mathML(tex: formula.tex, display: formula.isDisplay)
      let mine = MathTree(ours, isDisplay: formula.isDisplay)
      let other = MathTree(theirs, isDisplay: formula.isDisplay)
      guard mine == nil || mine != other else { return nil }
      return """
        \(formula.place): \(formula.tex)
          ours:  \(mine?.description ?? ours)
          KaTeX: \(other?.description ?? theirs)
        """
    }
  }

  @Test(
    "every formula of every lesson has the structure that KaTeX gives it",
    .enabled(if: KaTeX.isInstalled))
  func lessons() throws {
    var formulas: [(place: String, tex: String, isDisplay: Bool)] = []
    for name in try Files.lessons() {
      let file = "lessons/\(name)"
      let text = try Files.text("../../\(file)")
      let known = text.matches(of: /[0-9]{2}\.[0-9]{1,2}/).map { String($0.output) }
      let lesson = try Lesson(
        parsing: Array(text.utf8), file: file, knownExercises: Array(Set(known)))
      formulas += lesson.formulas.map { ("\(file):\($0.line)", $0.tex, $0.isDisplay) }
    }
    #expect(formulas.count > 500)
    let differences = try differences(formulas)
    #expect(differences.count == 0, "\(differences.joined(separator: "\n"))")
    print("\(formulas.count) formulas as KaTeX sets them")
  }

  @Test(
    "a formula that is set wrong does not pass for right", .enabled(if: KaTeX.isInstalled),
    arguments: [
      ("h_t", "h^t"), ("h_{t-1}", "h_t-1"), ("\\frac{a}{b}", "\\frac{b}{a}"),
      ("a \\odot b", "a \\otimes b"),
      ("\\mathbb{R}^{H \\times V}", "\\mathbb{R}^{H} \\times V"), ("h'_t", "h_t"),
      ("\\hat{x}", "\\bar{x}"),
      ("\\mathrm{d}", "d"), ("\\mathbf{x}", "x"), ("\\sqrt{a b}", "\\sqrt{a} b"),
      ("\\text{a b}", "\\text{ab}"),
      (
        "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}",
        "\\begin{aligned} a &= b \\end{aligned}"
      ),
      ("\\sum_{t=0}^{T-1} L_t", "\\sum_{t=0}^{T} L_t"), ("12", "21"), ("f(x)", "f[x]"),
      ("-1", "+1"),
    ])
  func mutants(tex: String, other: String) throws {
    let ours = try mathML(tex: tex, display: true)
    let theirs = try KaTeX.mathML(of: [(tex, true), (other, true)])
    let trees = ([ours] + theirs).map { MathTree($0, isDisplay: true) }
    #expect(trees[0] == trees[1])
    #expect(trees[0] != trees[2])
  }
}
