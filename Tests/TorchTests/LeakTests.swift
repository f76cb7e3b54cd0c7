import Foundation
import Testing

@testable import Torch

extension TorchTests {
  @Suite("Memory")
  struct LeakTests {
    @Test("a hundred thousand steps of training leave nothing behind")
    func training() throws {
      // In a process of its own: beside other tests, memory is theirs as well.
      let program = try #require(Products.executable("bench"))
      let process = Process()
      process.executableURL = program
      process.arguments = ["soak", "--steps", "100000"]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(text)")
      #expect(text.hasPrefix("100000 steps: "), "\(text)")
    }

    @Test("a clone, a view, a gradient and a state are freed with their last reference")
    func views() throws {
      let start = Framework.liveHandles
      do {
        let x = try Tensor([1, 2, 3, 4], shape: [2, 2], requiresGrad: true)
        try x.transposed().select(dim: 0, index: 0).sum().backward()
        let kept = try #require(x.grad)
        let copies = try [x.clone(), x.detach(), Tensor.cat([x, kept]), Tensor.stack([x, kept])]
        #expect(Framework.liveHandles == start + 2 + copies.count)
      }
      #expect(Framework.liveHandles == start)
    }
  }
}

/// What SwiftPM built beside these tests.
enum Products {
  static func executable(_ name: String) -> URL? {
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return [own.deletingLastPathComponent(), Bundle.main.bundleURL].map { $0.appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
