import FlyingFox
import FlyingSocks
public import Foundation

/// Serves a ``LivePage`` to browsers on this machine, and to nobody else.
///
/// It listens on 127.0.0.1 only, and answers only requests that name it so: a page from elsewhere whose
/// name has been made to point here is refused.
public struct LiveServer: Sendable {
  public var page: LivePage
  /// Where it listens; 0 lets the system choose.
  public var port: UInt16

  public init(_ page: LivePage, port: UInt16) {
    self.page = page
    self.port = port
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter isListening: told the address when browsers may come.
  /// - Throws: when the port is taken.
  public func run(isListening: @escaping @Sendable (URL) -> Void) async throws {
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled)
    await server.appendRoute("GET /") { request in await answer(request) { await document() } }
    await server.appendRoute("GET /live.js") { request in await answer(request) { script() } }
    await server.appendRoute("GET /changes") { request in
      await answer(request) { await changes() }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening(timeout: 60)
        if let url = await Self.url(of: server) { isListening(url) }
        while true {
          // A browser that has gone away shows only when something is sent to it.
          try await Task.sleep(for: .seconds(10))
          await page.beat()
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private static func url(of server: HTTPServer) async -> URL? {
    switch await server.listeningAddress {
    case .ip4(_, let port)?: URL(string: "http://127.0.0.1:\(port)/")
    default: nil
    }
  }

  private func answer(
    _ request: HTTPRequest, _ response: () async -> HTTPResponse
  ) async -> HTTPResponse {
    let host = (request.headers[HTTPHeader("Host")] ?? "").split(separator: ":").first ?? ""
    guard host == "127.0.0.1" || host == "localhost" else {
      return HTTPResponse(statusCode: .forbidden, body: Data("not here\n".utf8))
    }
    return await response()
  }

  private func document() async -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok,
      headers: [
        HTTPHeader("Content-Type"): "text/html; charset=utf-8",
        HTTPHeader("Cache-Control"): "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ],
      body: Data(await page.current.utf8))
  }

  private func script() -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok,
      headers: [
        HTTPHeader("Content-Type"): "text/javascript; charset=utf-8",
        HTTPHeader("Cache-Control"): "no-store",
      ],
      body: Data(LiveScript.text.utf8))
  }

  private func changes() async -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok,
      headers: [
        HTTPHeader("Content-Type"): "text/event-stream", HTTPHeader("Cache-Control"): "no-store",
      ],
      body: HTTPBodySequence(from: EventStream(changes: await page.changes())))
  }
}
