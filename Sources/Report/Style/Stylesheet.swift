/// The page's CSS: colours first, as names with a light and a dark value, then text, then parts.
package enum Stylesheet {
  package static let text = [palette, typography, layout, parts, drawings, paper].joined()

  /// Colours, each with at least 4.5 : 1 against its ground in both schemes where it carries text,
  /// 3 : 1 where it carries a line.
  private static let palette = """

    :root {
      --paper: #fbfaf6; --ink: #22262b; --soft: #5b626b; --hair: #dcd8cd; --panel: #f3f0e8;
      --accent: #1d4f82; --mark: #fff3c4;
      --passed: #1b673d; --passed-ground: #e7f2e8; --failed: #a02c18; --failed-ground: #fbeae4;
      --waiting: #565d66; --waiting-ground: #eeece5;
      --keyword: #8b2263; --type: #0b5c6b; --string: #9a3412; --numeral: #1d4f9e; --comment: #5f6a58;
      --c0: #1f5fa8; --c1: #b1480f; --c2: #1d7a52; --c3: #7a3e9d; --c4: #836700; --c5: #a3245f; --near: #000; --far: #fff;
    \(HeatColours.light)
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #16181c; --ink: #e3e1dc; --soft: #a3a9b1; --hair: #363a41; --panel: #1f2228;
        --accent: #8fc1f5; --mark: #4a4320;
        --passed: #7fd6a0; --passed-ground: #1a2b21; --failed: #ff9d88; --failed-ground: #34201c;
        --waiting: #b0b6be; --waiting-ground: #24272d;
        --keyword: #f29ac6; --type: #76d0dd; --string: #f2a97e; --numeral: #9cc4ff; --comment: #9aa792;
        --c0: #7db7ff; --c1: #ff9d66; --c2: #6fd3a0; --c3: #cfa6f2; --c4: #e0c050; --c5: #ff8fc0; --near: #fff; --far: #000;
    \(HeatColours.dark)
      }
    }

    """
}
