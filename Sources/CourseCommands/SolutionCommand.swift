import ArgumentParser
import Checking
import Handout
import Lessons
import Progression
import Report
import Runner

/// `lesson solution 03.1`.
struct SolutionCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "solution",
      abstract: "Show the model answer beside yours, once yours passes, and which is faster.",
      discussion: """
        On a wide screen the two stand side by side; a page with both is written into reports/. Speed is \
        measured on the exercise's own challenges, both optimised, each in a program of its own.
        """)
  }

  @Argument(help: "The exercise: 03.1.")
  var exercise: String

  @Flag(help: "Open the page in a browser.")
  var open = false

  @Flag(inversion: .prefixedNo, help: "Measure how long both take.")
  var speed = true

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    try reporting {
      let course = try CourseContext(Course.self)
      let exercise = try course.exercise(self.exercise)
      guard let lesson = course.curriculum.lesson(ofExercise: exercise.id),
        let slot = lesson.exercises.first(where: { $0.id == exercise.id })
      else { throw ValidationError("no lesson has the exercise \(exercise.id)") }
      let book = ProgressBook(course)
      let standing = Standing(course, book)
      let state = standing.state(exercise.id)
      guard state.isPassed || state.progress.passed != nil else {
        refuse(exercise, lesson, state)
        throw Ending.failed
      }
      guard !course.answerSources.isEmpty else {
        throw MissingTool(
          what: "the sources of the model answers are not in this folder",
          remedy: "ask who gave it to you, or take the course's whole package")
      }
      let answer = try course.modelAnswers.answer(to: slot, of: lesson)
      let terminal = Terminal(color)
      let own = ownCode(exercise.id, lesson, course)
      let model = answer.own.map { $0.text.withoutDocumentation }.joined(separator: "\n\n")
      print(terminal.styled("\(exercise.id) \(exercise.title)", .bold) + "\n")
      print(
        SolutionView(terminal, width: Terminal.outputWidth).text(
          ("yours, \(own.place)", own.text), ("the model answer", model)))
      if !answer.foundations.isEmpty {
        let names = answer.foundations.map(\.name).joined(separator: ", ")
        print(
          folded(
            "It is built on \(names), which no exercise asks for; the page shows them.",
            width: min(90, Terminal.outputWidth), indent: "") + "\n")
      }
      book.recordSolution(of: exercise.id)
      let outcome = try compare(exercise, lesson, course, terminal, isBroken: !state.isPassed)
      say(outcome)
      try write(
        page(exercise, lesson, own: own, answer, outcome), of: exercise, to: course)
    }
  }

  // MARK: - Not yet

  /// What is missing, kindly, on standard error: there is nothing to show.
  private func refuse(_ exercise: AnyExercise, _ lesson: Lesson, _ state: Standing.State) {
    let tool = Course.modules.tool
    let how =
      state.isFailing ? "it is \(state.name) so far" : "it has not been tried yet"
    Terminal.error(
      folded(
        "The model answer of \(exercise.id) \(exercise.title) waits until yours passes: \(how). What you "
          + "find yourself stays.", width: min(90, Terminal.width), indent: ""))
    Terminal.error("  to check yours: swift run \(tool) run \(lesson.number)")
    Terminal.error("  a hint: swift run \(tool) hint \(exercise.id)")
  }

  // MARK: - Both sides

  private func ownCode(
    _ id: String, _ lesson: Lesson, _ course: CourseContext
  ) -> SolutionPage.Code {
    let place = course.place(of: id) ?? ""
    guard let file = course.exerciseFile(of: lesson),
      let text = course.folder.text(of: course.folder.exercisePath(file.name))
    else { return SolutionPage.Code("", place: place) }
    let lines = (file.section(id, in: text) ?? text)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("// MARK: - ") }
    return SolutionPage.Code(
      lines.joined(separator: "\n").withoutDocumentation, place: place)
  }

  private func page(
    _ exercise: AnyExercise, _ lesson: Lesson, own: SolutionPage.Code,
    _ answer: ModelAnswers.Answer, _ outcome: SpeedOutcome?
  ) -> SolutionPage {
    func code(_ declaration: Declaration) -> SolutionPage.Code {
      SolutionPage.Code(
        declaration.text.withoutDocumentation, place: "\(declaration.file):\(declaration.line)")
    }
    var page = SolutionPage(
      id: exercise.id, title: exercise.title, lesson: "\(lesson.number) \(lesson.title)", own: own,
      answer: answer.own.map(code), foundations: answer.foundations.map(code))
    switch outcome {
    case .measured(let comparison)?: page.speed = comparison.onPage
    case .notMeasured(let why)?: page.note = "Speed is not compared: \(why)."
    case nil: break
    }
    return page
  }

  private func write(
    _ page: SolutionPage, of exercise: AnyExercise, to course: CourseContext
  ) throws {
    let path = "reports/solution-\(exercise.id).html"
    do {
      try course.folder.write(page.html, to: path)
    } catch {
      throw MissingTool(
        what: "the page cannot be written to '\(path)'", remedy: "is the folder yours to write?")
    }
    print("page: \(path)")
    if open { Browser.open(course.folder.root + "/" + path) }
  }

  // MARK: - Speed

  private func compare(
    _ exercise: AnyExercise, _ lesson: Lesson, _ course: CourseContext, _ terminal: Terminal,
    isBroken: Bool
  ) throws -> SpeedOutcome? {
    guard speed else { return nil }
    if isBroken { return .notMeasured("yours has passed once, and does not pass now") }
    let progress = RunProgress(terminal)
    defer { progress.finish() }
    let run = LessonRun(
      folder: course.folder, curriculum: course.curriculum, exercises: course.exercises,
      modules: course.modules, toolchain: try Toolchain.find(remembering: course.folder),
      observe: progress.observe)
    return try run.speed(of: exercise, in: lesson)
  }

  private func say(_ outcome: SpeedOutcome?) {
    let width = min(90, Terminal.outputWidth)
    switch outcome {
    case .measured(let comparison)?:
      print(folded("speed: \(comparison.sentence)", width: width, indent: "       "))
      print("       " + comparison.times)
    case .notMeasured(let why)?:
      print(folded("speed: not compared, \(why)", width: width, indent: "       "))
    case nil: break
    }
  }
}

extension String {
  /// Without the contract, which both sides share, and without blank lines at the ends.
  fileprivate var withoutDocumentation: String {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).filter {
      !$0.hasPrefix("///")
    }
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
