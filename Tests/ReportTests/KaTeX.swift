import Foundation
import Testing

/// KaTeX as Debian installs it (`apt-get install katex`), asked by Node.
///
/// Not through its command, which starts Node for each formula: a course has hundreds.
enum KaTeX {
  /// Whether Node and KaTeX are here.
  static let isInstalled = (try? mathML(of: [("x", false)]))?.count == 1

  private static let program = """
    const katex = require("katex");
    const formulas = JSON.parse(require("fs").readFileSync(0, "utf8"));
    const set = ({tex, display}) => {
      try {
        return katex.renderToString(tex, {output: "mathml", displayMode: display, strict: "ignore"});
      } catch (error) { return "<error>" + error.message.replace(/[<&]/g, " ") + "</error>"; }
    };
    console.log(JSON.stringify(formulas.map(set)));
    """

  /// KaTeX's HTML for each formula.
  static func mathML(of formulas: [(tex: String, isDisplay: Bool)]) throws -> [String] {
    struct Formula: Encodable {
      var tex: String
      var display: Bool
    }
    let input = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: input) }
    try JSONEncoder().encode(formulas.map { Formula(tex: $0.tex, display: $0.isDisplay) })
      .write(to: input)
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["node", "-e", program]
    var environment = ProcessInfo.processInfo.environment
    // Where Debian keeps packages for Node; a Node from elsewhere does not look there.
    environment["NODE_PATH"] = "/usr/share/nodejs:/usr/lib/nodejs"
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([String].self, from: data)
  }
}
