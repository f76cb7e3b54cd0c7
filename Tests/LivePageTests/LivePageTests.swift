import FlyingSocks
import Foundation
import Testing

@testable import LivePage

@Suite("LivePage, over a real socket")
struct LivePageTests {
  /// A page that is served while `body` runs.
  func serving(_ body: @Sendable @escaping (LivePage, UInt16) async throws -> Void) async throws {
    let page = LivePage()
    let (addresses, told) = AsyncStream.makeStream(of: URL.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await LiveServer(page, port: 0).run { told.yield($0) }
      }
      group.addTask {
        var iterator = addresses.makeAsyncIterator()
        let url = try #require(await iterator.next())
        #expect(url.host == "127.0.0.1")
        try await body(page, UInt16(try #require(url.port)))
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// What comes back within half a second.
  func answer(
    _ path: String, host: String = "127.0.0.1", port: UInt16, until mark: String
  ) async throws -> String {
    let socket = try await AsyncSocket.connected(
      to: .inet(ip4: "127.0.0.1", port: port), timeout: 600)
    defer { try? socket.close() }
    try await socket.write(Data("GET \(path) HTTP/1.1\r\nHost: \(host):\(port)\r\n\r\n".utf8))
    var text = ""
    var bytes: [UInt8] = []
    while !text.contains(mark), bytes.count < 100_000 {
      bytes.append(try await socket.read())
      text = String(decoding: bytes, as: UTF8.self)
    }
    return text
  }

  @Test("the newest page is served, and may not be kept", .timeLimit(.minutes(10)))
  func newest() async throws {
    try await serving { page, port in
      await page.publish("<p>one</p>")
      await page.publish("<p>two, ü</p>")
      let text = try await self.answer("/", port: port, until: "</p>")
      #expect(text.hasPrefix("HTTP/1.1 200"))
      #expect(text.contains("<p>two, ü</p>"))
      #expect(text.contains("no-store"))
    }
  }

  @Test("the script is the server's own", .timeLimit(.minutes(10)))
  func script() async throws {
    try await serving { _, port in
      let text = try await self.answer("/live.js", port: port, until: "})();")
      #expect(text.contains("text/javascript"))
      #expect(text.contains("new EventSource(\"changes\")"))
    }
  }

  @Test("a name that only points here is refused", .timeLimit(.minutes(10)))
  func rebinding() async throws {
    try await serving { page, port in
      await page.publish("<p>mine</p>")
      let text = try await self.answer("/", host: "evil.example", port: port, until: "not here")
      #expect(text.hasPrefix("HTTP/1.1 403"))
      #expect(!text.contains("mine"))
    }
  }

  @Test("a reader hears of each new page, and is forgotten when it goes", .timeLimit(.minutes(10)))
  func changes() async throws {
    try await serving { page, port in
      await page.publish("1")
      do {
        let socket = try await AsyncSocket.connected(
          to: .inet(ip4: "127.0.0.1", port: port), timeout: 600)
        defer { try? socket.close() }
        try await socket.write(
          Data("GET /changes HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n".utf8))
        var text = ""
        func read(until mark: String) async throws {
          while !text.contains(mark) {
            text += String(decoding: [try await socket.read()], as: UTF8.self)
          }
        }
        try await read(until: "\"version\":1")
        #expect(text.contains("text/event-stream"))
        await page.publish("2")
        try await read(until: "\"version\":2")
        // The same page again is no news.
        await page.publish("2")
        await page.publish("3")
        try await read(until: "\"version\":3")
        #expect(await page.readerCount == 1)
      }
      for _ in 0..<200 {
        await page.beat()
        if await page.readerCount == 0 { break }
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(await page.readerCount == 0)
    }
  }

  @Test(
    "who comes while something trains is told all of it, beside the page", .timeLimit(.minutes(10)))
  func training() async throws {
    try await serving { page, port in
      await page.publish("<p>one</p>")
      await page.say("checking…")
      var curve = TrainingCurve(name: "cell training", place: "cell-training", total: 2)
      curve.add(epoch: 1, loss: 2.5)
      curve.add(epoch: 2, loss: 1.5)
      await page.draw(curve)
      let text = try await self.answer("/changes", port: port, until: "\"version\":1}")
      #expect(
        text.contains(
          #"data: {"state":"checking…","training":{"name":"cell training","place":"cell-training","#
            + #""points":[[1,2.5],[2,1.5]],"total":2},"version":1}"#), "\(text)")
      // The page that has it in it takes the place of what went on.
      await page.publish("<p>two</p>")
      let after = try await self.answer("/changes", port: port, until: "\"version\":2}")
      #expect(after.contains(#"data: {"version":2}"#), "\(after)")
    }
  }
}
