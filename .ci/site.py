"""Looks at the two editions of a course site as their readers will. usage: site.py STUDENT TEACHER SOURCES...

- Every link leads to a file of the site and a place in it.
- No line of a model answer stands in the student edition, by a second opinion that shares no code with the
  program's own proof; the same look must find them in the instructor edition, or it proves nothing.
- The search works from a folder in a real browser, by keyboard alone; without script the pages say all.
"""
import glob, html, os, re, shutil, sys
from playwright.sync_api import sync_playwright

student, teacher, *sources = sys.argv[1:]
problems = []


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def files(folder):
    return {name: read(os.path.join(folder, name)) for name in sorted(os.listdir(folder))
            if name.endswith((".html", ".js"))}


def links(folder):
    pages = {name: text for name, text in files(folder).items() if name.endswith(".html")}
    ids = {name: re.findall(r'\sid="([^"]+)"', text) for name, text in pages.items()}
    count = 0
    for name, text in pages.items():
        for twice in {i for i in ids[name] if ids[name].count(i) > 1}:
            problems.append(f"{folder}/{name}: the id {twice} stands twice")
        for target, place in re.findall(r'\shref="([^"#]*)(?:#([^"]*))?"', text):
            count += 1
            target, place = html.unescape(target) or name, html.unescape(place)
            if re.match(r"https?:", target):
                continue
            if target not in pages and not os.path.exists(os.path.join(folder, target)):
                problems.append(f"{folder}/{name}: leads to {target}")
            elif place and place not in map(html.unescape, ids.get(target, [])):
                problems.append(f"{folder}/{name}: leads to {target}#{place}")
    return count


def answers():
    """Lines inside the bodies of the model answers, long enough to say something."""
    lines = set()
    for path in (path for folder in sources for path in glob.glob(folder + "/*.swift")):
        for line in read(path).splitlines():
            # A body is what is indented; its comments may stand in a contract, too.
            if line.startswith(" ") and not line.strip().startswith("//") and len(line.strip()) > 24:
                lines.add(re.sub(r"\s+", "", line))
    starters = "".join(
        re.sub(r"\s+", "", slot) for path in glob.glob("lessons/*.md")
        for slot in re.findall(r"```swift\n//\| exercise:.*?\n```", read(path), re.S))
    return {line for line in lines if line not in starters}


def shown(folder, lines):
    found = set()
    for name, text in files(folder).items():
        if name.endswith(".html"):
            text = html.unescape(re.sub(r"</?(a|code|em|span|strong|samp|mark)\b[^>]*>", "", text)) + html.unescape(text)
        else:
            text = text.replace('\\"', '"').replace("\\\\", "\\")
        text = re.sub(r"\s+", "", text)
        found |= {(name, line) for line in lines if line in text}
    return found


def browser_looks(folder):
    where = "file://" + os.path.abspath(folder)
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.on("console", lambda m: problems.append(f"{folder}: console: {m.text}"))
        page.on("pageerror", lambda e: problems.append(f"{folder}: {e}"))
        page.on("request", lambda r: r.url.startswith(where) or problems.append(f"{folder}: fetches {r.url}"))
        page.goto(where + "/index.html")
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") != "skip":
            problems.append(f"{folder}: the first stop is not the way past the bar")
        page.focus("#search")
        page.keyboard.type("hidden state")
        page.wait_for_selector(".results li a")
        page.keyboard.press("ArrowDown")
        title = page.evaluate("document.activeElement.textContent")
        if "hidden" not in title.lower():
            problems.append(f"{folder}: the arrow leads to {title!r}, not to what was found")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"\d\d-.*\.html|glossary\.html"))
        anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
        if not page.evaluate("id => { const e = document.getElementById(id); return !!e && e.getBoundingClientRect().top < innerHeight }", anchor):
            problems.append(f"{folder}: the search leads to {page.url}, where nothing is")
        page.focus("#search")
        page.keyboard.type("xyzzy nothing")
        page.wait_for_function("document.querySelector('[role=status]').textContent.includes('Nothing')")
        page.keyboard.press("Escape")
        if page.is_visible("#results"):
            problems.append(f"{folder}: Escape does not close the results")
        page.goto(where + "/search.html?q=softmax")
        page.wait_for_selector(".results li a")
        page.close()

        plain = browser.new_context(java_script_enabled=False).new_page()
        for name, text in files(folder).items():
            if name.endswith(".html"):
                plain.goto(f"{where}/{name}")
                if len(plain.inner_text("main")) < 500 or not plain.is_visible("h1"):
                    problems.append(f"{folder}/{name}: says nothing without script")
        plain.goto(where + "/index.html")
        plain.fill("#search", "loss")
        plain.click("form[role=search] button")
        if not plain.url.endswith("/search.html?q=loss") or plain.locator(".register a").count() < 30:
            problems.append(f"{folder}: a search without script does not lead to the index")
        browser.close()


lines = answers()
count = links(student) + links(teacher)
for name, line in sorted(shown(student, lines)):
    problems.append(f"{student}/{name}: shows {line}")
seen = {line for _, line in shown(teacher, lines)}
if len(seen) < len(lines) / 2:
    problems.append(f"the instructor edition shows {len(seen)} of {len(lines)} lines of model answers: too few to be true")
for folder in (student, teacher):
    browser_looks(folder)
print(*problems, sep="\n")
print(f"{count} links, {len(lines)} lines of model answers of which students see none and instructors {len(seen)}, "
      f"{len(problems)} problems")
sys.exit(1 if problems else 0)
