// The one file that knows a C pointer: libcmark's tree in, Swift values out.

import CCMark

extension MarkdownDocument {
  /// Parses CommonMark.
  ///
  /// - Parameter text: any text; every text is Markdown. NUL characters become U+FFFD.
  /// - Throws: ``MarkdownError`` when blocks nest deeper than a person would write.
  /// - Complexity: O(*n*) in the length of the text (libcmark's guarantee).
  public init(parsing text: String) throws(MarkdownError) {
    var text = text
    let root = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root else { throw .outOfMemory }
    defer { cmark_node_free(root) }
    self.init(blocks: try children(of: root, depth: 0))
  }
}

/// Deeper than any lesson, and shallow enough for a thread's stack.
private let nestingLimit = 100

private func children(of parent: OpaquePointer, depth: Int) throws(MarkdownError) -> [Block] {
  let line = Int(cmark_node_get_start_line(parent))
  guard depth <= nestingLimit else { throw .nestedTooDeeply(line: line, limit: nestingLimit) }
  var result: [Block] = []
  var next = cmark_node_first_child(parent)
  while let node = next {
    next = cmark_node_next(node)
    let first = max(1, Int(cmark_node_get_start_line(node)))
    let last = max(first, Int(cmark_node_get_end_line(node)))
    if let kind = try kind(of: node, depth: depth) {
      result.append(Block(kind, lines: first...last))
    }
  }
  return result
}

private func kind(of node: OpaquePointer, depth: Int) throws(MarkdownError) -> Block.Kind? {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_HEADING:
    .heading(
      level: Int(cmark_node_get_heading_level(node)), try inlines(in: node, depth: depth + 1))
  case CMARK_NODE_PARAGRAPH:
    .paragraph(try inlines(in: node, depth: depth + 1))
  case CMARK_NODE_CODE_BLOCK:
    .code(
      info: string(cmark_node_get_fence_info(node)), text: string(cmark_node_get_literal(node)))
  case CMARK_NODE_LIST:
    .list(try list(node, depth: depth))
  case CMARK_NODE_BLOCK_QUOTE:
    .quote(try children(of: node, depth: depth + 1))
  case CMARK_NODE_HTML_BLOCK:
    .html(string(cmark_node_get_literal(node)))
  case CMARK_NODE_THEMATIC_BREAK:
    .thematicBreak
  default:
    nil
  }
}

private func list(_ node: OpaquePointer, depth: Int) throws(MarkdownError) -> List {
  let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
  var items: [[Block]] = []
  var next = cmark_node_first_child(node)
  while let item = next {
    next = cmark_node_next(item)
    items.append(try children(of: item, depth: depth + 1))
  }
  return List(
    start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
    isTight: cmark_node_get_list_tight(node) != 0, items: items)
}

private func inlines(in parent: OpaquePointer, depth: Int) throws(MarkdownError) -> [Inline] {
  let line = Int(cmark_node_get_start_line(parent))
  guard depth <= nestingLimit else { throw .nestedTooDeeply(line: line, limit: nestingLimit) }
  var result: [Inline] = []
  var next = cmark_node_first_child(parent)
  while let node = next {
    next = cmark_node_next(node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      // libcmark splits text at every special character; one run reads better downstream.
      if case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + string(cmark_node_get_literal(node)))
      } else {
        result.append(.text(string(cmark_node_get_literal(node))))
      }
    case CMARK_NODE_CODE:
      result.append(.code(string(cmark_node_get_literal(node))))
    case CMARK_NODE_EMPH:
      result.append(.emphasis(try inlines(in: node, depth: depth + 1)))
    case CMARK_NODE_STRONG:
      result.append(.strong(try inlines(in: node, depth: depth + 1)))
    case CMARK_NODE_LINK:
      result.append(
        .link(
          destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)),
          try inlines(in: node, depth: depth + 1)))
    case CMARK_NODE_IMAGE:
      result.append(
        .image(
          source: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)),
          try inlines(in: node, depth: depth + 1)))
    case CMARK_NODE_HTML_INLINE:
      result.append(.html(string(cmark_node_get_literal(node))))
    case CMARK_NODE_SOFTBREAK:
      result.append(.softBreak)
    case CMARK_NODE_LINEBREAK:
      result.append(.lineBreak)
    default:
      break
    }
  }
  return result
}

private func string(_ characters: UnsafePointer<CChar>?) -> String {
  characters.map { String(cString: $0) } ?? ""
}
