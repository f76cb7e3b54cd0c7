/// A link from a part of the page to itself, for pages whose readers send each other places.
///
/// It stands beside the part's name, not in it, so that a screen reader reads the name alone.
///
/// - Parameters:
///   - anchor: the id of the part.
///   - name: what it is, in words.
package func permalink(to anchor: String, name: String) -> HTML {
  tag("a", ["class": "permalink", "href": "#\(anchor)", "aria-label": "Link to \(name)"]) { "#" }
}
