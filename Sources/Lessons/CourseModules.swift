/// The modules that programs of a course may import.
public struct CourseModules: Sendable {
  /// The program that runs the lessons, as `swift run` names it.
  ///
  /// A course in a package of its own has another name than `lesson`: that is the kit's.
  public var tool: String
  /// The command line of a process that gives the model answers to the checks, in which one may trap
  /// without harm; empty where there is none, and then no exercise is judged apart from those that it
  /// builds on.
  public var modelAnswers: [String] = []
  /// What a student's file may import, and the program that checks it.
  public var given: [String]
  /// Imported at the top of every student's file.
  public var importedByExercises: [String]
  /// Imported at the top of every lesson's cells.
  public var importedByCells: [String]
  /// What cells may import and students' files may not, because it holds answers of a kind.
  public var forCellsOnly: [String]
  /// The model answers: on no student's path.
  public var answers: [String]
  /// What the two before are built on: linked with them, and nobody's to import.
  public var engines: [String]
  /// What a lesson may ask for in its front matter.
  public var frameworks: [CourseFramework]

  public init(
    tool: String = "lesson", given: [String], importedByExercises: [String],
    importedByCells: [String],
    forCellsOnly: [String] = [], answers: [String],
    engines: [String] = [], frameworks: [CourseFramework] = []
  ) {
    self.tool = tool
    self.given = given
    self.importedByExercises = importedByExercises
    self.importedByCells = importedByCells
    self.forCellsOnly = forCellsOnly
    self.answers = answers
    self.engines = engines
    self.frameworks = frameworks
  }
}

/// A library from outside that some lessons build on: heavy, and not on every machine.
///
/// Nothing of it is linked into the program that runs the lessons; only the lesson's own programs are.
public struct CourseFramework: Sendable {
  /// As front matter names it, and the module that cells and students' files import.
  public var name: String
  /// Swift modules and C modules that its programs are linked with.
  public var modules: [String]
  public var cModules: [String]
  /// The model answers that need it; building them builds all the rest.
  public var answers: String
  public var linkerFlags: [String]
  /// The lessons that ask for it, for people.
  public var lessons: String
  /// Modules of the package that these are built on.
  public var buildsOn: [String]
  /// What the symbols of the library begin with: in the C modules' objects if they were built with it.
  public var mark: String
  /// A file that is there where the library is installed.
  public var header: String
  /// What the library is called, and how it is installed.
  public var nativeName: String
  public var remedy: String

  public init(
    name: String, modules: [String], cModules: [String], answers: String, linkerFlags: [String],
    lessons: String, buildsOn: [String], mark: String, header: String, nativeName: String,
    remedy: String
  ) {
    self.name = name
    self.modules = modules
    self.cModules = cModules
    self.answers = answers
    self.linkerFlags = linkerFlags
    self.lessons = lessons
    self.buildsOn = buildsOn
    self.mark = mark
    self.header = header
    self.nativeName = nativeName
    self.remedy = remedy
  }
}
