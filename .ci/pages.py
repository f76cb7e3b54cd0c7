"""Opens reports in headless Chromium and looks: no console message, nothing fetched, every plot drawn, no page
wider than its window; light and dark, wide and phone. usage: pages.py FILE..."""
import os, shutil, sys
from playwright.sync_api import sync_playwright

browser_path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
problems, looks, plots = [], 0, 0
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
    for path in sys.argv[1:]:
        for scheme in ("light", "dark"):
            for width in (1400, 400):
                page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
                where = f"{path} {scheme} {width}"
                page.on("console", lambda m: problems.append(f"{where}: console: {m.text}"))
                page.on("pageerror", lambda e: problems.append(f"{where}: {e}"))
                page.on("request", lambda r: r.url.startswith("file:") or problems.append(f"{where}: fetches {r.url}"))
                page.goto("file://" + os.path.abspath(path))
                looks += 1
                figures = page.evaluate("""() => [...document.querySelectorAll('figure svg')]
                    .filter(svg => getComputedStyle(svg).display !== 'none').map(svg => {
                    const marks = [...svg.querySelectorAll('path, rect, circle, line, polyline')]
                        .filter(m => { const b = m.getBBox(); return b.width > 0 || b.height > 0; });
                    const box = svg.getBoundingClientRect();
                    return { marks: marks.length, width: box.width, height: box.height,
                             title: !!svg.querySelector('title')?.textContent,
                             desc: !!svg.querySelector('desc')?.textContent,
                             table: !!svg.closest('figure').nextElementSibling?.querySelector('table') };
                })""")
                for number, figure in enumerate(figures):
                    plots += 1
                    if figure["marks"] < 5 or figure["width"] < 200 or figure["height"] < 60:
                        problems.append(f"{where}: figure {number} is not drawn: {figure}")
                    if not (figure["title"] and figure["desc"] and figure["table"]):
                        problems.append(f"{where}: figure {number} has no title, description or table")
                if "reference" in path and not figures:
                    problems.append(f"{where}: no figure at all")
                over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                if over > 0:
                    problems.append(f"{where}: the page is {over} px wider than its window")
                # A site has one, for its search; a report stands alone and has none.
                in_site = os.path.exists(os.path.join(os.path.dirname(path), "search.js"))
                if page.evaluate("document.querySelectorAll('script').length") and not in_site:
                    problems.append(f"{where}: has a script")
                if os.path.getsize(path) > 1_000_000:
                    problems.append(f"{where}: more than 1 MB")
                page.close()
    browser.close()
print(*problems, sep="\n")
print(f"{looks} looks at {len(sys.argv) - 1} pages, {plots} plots drawn, {len(problems)} problems")
sys.exit(1 if problems else 0)
