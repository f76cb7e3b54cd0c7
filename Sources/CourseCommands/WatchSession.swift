import Checking
import Consoles
import FileEvents
import Lessons
import Progression
import Runner
import Transcripts
import Watching

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `lesson watch`, running: brings events to the state, does what it asks for, and shows it.
///
/// Nothing is decided here; what a key or a save means is ``WatchState``'s to say.
final class WatchSession<Course: CourseDefinition> {
  private var course: CourseContext
  private var state: WatchState
  private var files: FileWatch
  private var worker: CheckWorker
  private var debounce = Debounce()
  private var keys = KeyDecoder()
  private var painter: FramePainter
  private let inbox = WatchInbox()
  private let page: WatchPage?
  private let address: String?
  private let words: VerdictWords
  private var console: Console?
  /// The signal that ends the program; 0 when a key does.
  private var ending: Int32?

  /// - Parameter port: where the live page is served; `nil` serves none.
  init(
    _ type: Course.Type, _ course: CourseContext, _ lesson: Lesson, color terminal: Terminal,
    port: UInt16?, opensBrowser: Bool
  ) throws {
    self.course = course
    words = VerdictWords(course, terminal, Standing(course, ProgressBook(course)))
    painter = FramePainter(TerminalFeatures.ofThisProcess(terminal))
    (page, address) = try Self.served(port, opensBrowser)
    (state, files, worker) = try Self.opened(lesson, course, inbox, page)
    state.page = address
  }

  private static func served(
    _ port: UInt16?, _ opensBrowser: Bool
  ) throws -> (WatchPage?, String?) {
    guard let port else { return (nil, nil) }
    let told = Box<String>()
    let service = try PageService(port: port, opensBrowser: opensBrowser) { told.value = $0 }
    return (WatchPage(service), told.value)
  }

  private static func opened(
    _ lesson: Lesson, _ course: CourseContext, _ inbox: WatchInbox, _ page: WatchPage?
  ) throws -> (WatchState, FileWatch, CheckWorker) {
    let standing = Standing(course, ProgressBook(course))
    let known = ResultStore(course.folder).latest(lesson.number, .student)
    let check = try WatchCheck<Course>(course, lesson, page: page)
    let worker = CheckWorker(inbox) { job, post in try check.run(job, post: post) }
    let paths = course.curriculum.foundations(of: lesson).compactMap(\.frontMatter.exercises)
      .map(course.folder.exercisePath)
    let files = FileWatch((paths + [lesson.file]).map { "\(course.folder.root)/\($0)" })
    let state = WatchState(
      WatchedLesson(lesson, in: course), results: known?.exercises ?? [], passed: standing.passed)
    return (state, files, worker)
  }

  // MARK: - The loop

  /// Runs until `q` or a signal ends it.
  func run() throws {
    guard let console = Console() else {
      throw MissingTool(
        what: "the terminal does not let its mode be set", remedy: "try another terminal")
    }
    self.console = console
    if let guardian = console.guardian { Orphans.spare(guardian) }
    defer { leave(console) }
    perform(state.begin())
    draw()
    var lastLook = ContinuousClock.now
    while ending == nil {
      var polls = [STDIN_FILENO, console.signals, inbox.descriptor, files.descriptor].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      poll(&polls, nfds_t(polls.count), timeout(since: lastLook))
      if polls[1].revents != 0 { console.takeSignals().forEach { heed($0, console) } }
      if polls[0].revents != 0 { read(console) } else { keys.flush().forEach { handle(.key($0)) } }
      if polls[3].revents != 0, files.happened() { stir() }
      let now = ContinuousClock.now
      if now - lastLook >= files.interval {
        lastLook = now
        if files.look() { stir() }
      }
      if debounce.settles(at: now) { handle(.settled(missing: missingFiles())) }
      inbox.take().forEach(handle)
      draw()
    }
  }

  private func timeout(since lastLook: ContinuousClock.Instant) -> Int32 {
    let now = ContinuousClock.now
    var wait = lastLook + files.interval - now
    if let due = debounce.due { wait = min(wait, due - now) }
    // An escape that nothing follows within this time was the key.
    if keys.isWaiting { wait = min(wait, .milliseconds(30)) }
    let (seconds, attoseconds) = wait.components
    return Int32(max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1))
  }

  private func read(_ console: Console) {
    let bytes = console.takeInput()
    // The terminal is gone: nobody will press q.
    guard !bytes.isEmpty else { return handle(.key(.endOfInput)) }
    for key in keys.keys(from: bytes) {
      if key == .redraw { painter.forget() }
      handle(.key(key))
    }
  }

  private func stir() {
    debounce.stir(at: .now)
    handle(.stirred)
  }

  /// An editor may have taken a file away to put another in its place: that is given a moment.
  private func missingFiles() -> [String] {
    for _ in 0..<25 where !missing.isEmpty { usleep(10_000) }
    return missing
  }

  private var missing: [String] {
    files.missing.map { String($0.dropFirst(course.folder.root.count + 1)) }
      .filter { $0.hasPrefix("Exercises/") }
  }

  private func heed(_ signal: Int32, _ console: Console) {
    switch signal {
    case SIGWINCH: handle(.resized)
    case SIGTSTP:
      console.stop()
      painter.forget()
    case SIGCONT:
      console.take()
      painter.forget()
    default: ending = signal
    }
  }

  private func leave(_ console: Console) {
    worker.cancel()
    Terminal.write("\r\n", to: STDOUT_FILENO)
    console.end()
    // Whoever sent the signal sees that it ended the program; children go before it.
    if let ending, ending != 0 { raise(ending) }
  }

  // MARK: - Showing

  private func draw() {
    guard let console else { return }
    let (columns, rows) = console.size
    let screen = WatchScreen(state) { [words] result, columns in
      ScreenLine.lines(reading: words.text(result, columns: columns))
    }
    let lines = screen.lines(columns: columns, rows: rows)
    let frame = painter.frame(lines, columns: columns, rows: rows)
    if !frame.isEmpty { Terminal.write(frame, to: STDOUT_FILENO) }
  }

  // MARK: - Doing

  private func handle(_ event: WatchEvent) { perform(state.handle(event)) }

  private func perform(_ effects: [WatchEffect]) {
    for effect in effects {
      switch effect {
      case .check(let generation, let scope):
        worker.start(CheckWorker.Job(generation: generation, scope: scope))
      case .cancel: worker.cancel()
      case .hint(let id, let choice): hint(id, choice)
      case .reset(let id): reset(id)
      case .open(let number): open(number)
      case .quit: ending = 0
      }
    }
  }

  private func hint(_ id: String, _ choice: HintChoice) {
    guard let hints = try? course.exercise(id).hints, !hints.isEmpty else { return }
    let book = ProgressBook(course)
    let seen = book.progress[id].hints
    let wanted =
      switch choice {
      case .next: seen + 1
      case .last: max(1, seen)
      case .number(let number): number
      }
    let number = min(max(1, wanted), hints.count)
    book.record(hint: number, of: id)
    handle(
      .hint(
        HintPage(
          exercise: id, number: number, count: hints.count, seen: max(seen, number),
          text: hints[number - 1])))
  }

  private func reset(_ id: String) {
    do {
      guard let lesson = course.curriculum.lesson(ofExercise: id),
        let file = course.exerciseFile(of: lesson)
      else { return }
      let reset = try StarterReset(
        file, exercise: id, in: course.folder, tool: course.modules.tool)
      guard !reset.isDone else {
        return handle(
          .resetDone(id: id, message: "\(id) is its starter already", hasChanged: false))
      }
      let backup = try reset.write()
      let kept = backup.map { "your text is kept in \($0)" } ?? "\(reset.path) is back"
      handle(.resetDone(id: id, message: "\(id) is its starter again; \(kept)", hasChanged: true))
    } catch {
      handle(.resetDone(id: id, message: "\(error)", hasChanged: false))
    }
  }

  private func open(_ number: String) {
    do {
      let lesson = try course.lesson(number)
      (state, files, worker) = try Self.opened(lesson, course, inbox, page)
      state.page = address
      perform(state.begin())
    } catch {
      handle(.check(generation: state.generation, .stopped("\(error)")))
    }
  }
}

/// A value that another thread sets before this one is told to look.
private final class Box<Value: Sendable>: @unchecked Sendable {
  var value: Value?
}

extension WatchedLesson {
  init(_ lesson: Lesson, in course: CourseContext) {
    let following = course.curriculum.lessons.first {
      $0.number > lesson.number && $0.frontMatter.exercises != nil
    }
    self.init(
      number: lesson.number, title: lesson.title,
      file: course.folder.exercisePath(lesson.frontMatter.exercises ?? ""),
      root: course.folder.root, next: following?.number, tool: course.modules.tool,
      exercises: lesson.exercises.map { slot in
        let exercise = course.exercises.first { $0.id == slot.id }
        return WatchedExercise(
          id: slot.id, title: exercise?.title ?? "", points: exercise?.points ?? 0)
      })
  }
}

extension TerminalFeatures {
  /// What the terminal behind standard output understands, by its name.
  static func ofThisProcess(_ terminal: Terminal) -> TerminalFeatures {
    let name = getenv("TERM").map { String(cString: $0) } ?? "dumb"
    let hasCursor = name != "dumb" && !name.isEmpty
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    return TerminalFeatures(
      hasColours: terminal.isColored, hasLinks: hasCursor && name != "linux",
      hasCursor: hasCursor,
      host: String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
  }
}
