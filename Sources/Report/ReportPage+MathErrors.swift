import CommonMark
public import Lessons

extension ReportPage {
  /// Every formula of the lesson that cannot be set, at its line.
  ///
  /// An author learns of it before anything runs; the page itself shows such a formula as its TeX.
  public static func mathErrors(in lesson: Lesson) -> [LessonError] {
    lesson.formulas.compactMap { formula -> LessonError? in
      do throws(MathError) {
        _ = try math(formula.tex, display: formula.isDisplay)
        return nil
      } catch {
        return LessonError(
          file: lesson.file, line: formula.line + formula.tex.lineBreaks(before: error.offset),
          message: "formula \(formula.excerpt): \(error)")
      }
    }
  }
}

extension ReportPage {
  /// What is wrong with the formulas of a piece of Markdown, in words.
  package static func mathProblems(in markdown: String) -> [String] {
    let formulas = (try? MarkdownDocument(parsing: markdown).blocks.formulas) ?? []
    return formulas.compactMap { formula -> String? in
      do throws(MathError) {
        _ = try math(formula.tex, display: formula.isDisplay)
        return nil
      } catch {
        return "formula \(formula.excerpt): \(error)"
      }
    }
  }
}

extension Lesson {
  /// Every formula of its prose and its contracts, in order, each with its line in the lesson's file.
  var formulas: [FoundFormula] {
    elements.flatMap { element -> [FoundFormula] in
      switch element {
      case .prose(let block): [block].formulas
      case .cell: []
      case .exercise(let slot): slot.formulas
      }
    }
  }
}

extension ExerciseSlot {
  fileprivate var formulas: [FoundFormula] {
    guard let document = try? MarkdownDocument(parsing: contract) else { return [] }
    return document.blocks.formulas.map { formula in
      var formula = formula
      formula.line += contractLine - 1
      return formula
    }
  }
}

extension FoundFormula {
  /// Enough of the formula to find it on its line.
  fileprivate var excerpt: String {
    let line = tex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 40 ? "'\(line.prefix(39))…'" : "'\(line)'"
  }
}

extension String {
  fileprivate func lineBreaks(before offset: Int) -> Int {
    prefix(offset).count(where: \.isNewline)
  }
}
