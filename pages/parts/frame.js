// Beside the page: its language, Streamlit's own words, the keyboard focus, and a warning before answers are lost.
// It runs again after each run of the app. What must outlive a run is kept on `window.guide`.
const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"];

function translate(node, words) {
  const put = (text) => (Object.hasOwn(words, text.trim()) ? text.replace(text.trim(), words[text.trim()]) : text);
  if (node.nodeType === Node.TEXT_NODE) {
    const text = put(node.nodeValue);
    if (text !== node.nodeValue) node.nodeValue = text;
    return;
  }
  for (const name of ATTRIBUTES) {
    const text = node.getAttribute?.(name);
    if (text && put(text) !== text) node.setAttribute(name, put(text));
  }
  node.childNodes.forEach((child) => translate(child, words));
}

function watch(guide) {
  const look = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach((node) => translate(node, guide.words));
      else translate(change.target, guide.words);
    }
  });
  observer.observe(document.body, look);
  window.addEventListener("beforeunload", (event) => guide.unsaved && event.preventDefault());
}

// What a person needs first: what to look at again, else the question, else the heading of the page.
function target() {
  const one = (which) => [...document.querySelectorAll(`.stMain ${which}`)].find((found) => !found.closest(".stExpander"));
  return one(".errors") ?? one(".stForm h2") ?? one("h1");
}

// The heading is drawn a little after the script runs: try for a while, then let it be.
function focusSoon(tries) {
  const app = document.querySelector("[data-test-script-state]");
  const found = target();
  if (found && app?.dataset.testScriptState !== "running") {
    found.setAttribute("tabindex", "-1");
    found.focus();
    found.scrollIntoView({ block: "nearest" });
  } else if (tries > 0) {
    setTimeout(() => focusSoon(tries - 1), 50);
  }
}

// On a phone the list of pages covers the page that was chosen in it.
function closeList() {
  const list = document.querySelector(".stSidebar[data-collapsed=false]");
  if (list && window.matchMedia("(max-width: 768px)").matches) {
    list.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
  }
}

export default function ({ data }) {
  const first = !window.guide;
  const guide = (window.guide ??= {});
  const moved = !first && guide.place !== data.place;
  Object.assign(guide, data);
  document.documentElement.lang = data.language;
  if (first) watch(guide);
  translate(document.body, data.words);
  const errors = document.querySelector(".stMain .errors")?.innerText ?? "";
  if (moved) closeList();
  if (moved || (errors && errors !== guide.errors)) focusSoon(40);
  guide.errors = errors;
}
