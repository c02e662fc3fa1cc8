// Beside the page: its language, Streamlit's own words, the keyboard focus, and a warning before answers are lost.
// It runs again after each run of the app. What must outlive a run is kept on `window.guideFrame`.
const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"];
// What we wrote ourselves is already in the right language, even where Streamlit uses the same word.
const OURS = ".stHtml, .stButton, .stDownloadButton, .stLinkButton, [data-testid=stFormSubmitButton], .stHeading, .stMarkdown, [data-testid=stWidgetLabel]";

function translate(node, words) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  if (!element || element.closest?.(OURS)) return;
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

// A phone shows its keys for numbers where a day or a year is typed.
function numbers() {
  for (const field of document.querySelectorAll("[class*=st-key-day-] .stTextInput input:not([inputmode])")) field.setAttribute("inputmode", "numeric");
}

function watch(guide) {
  const look = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach((node) => translate(node, guide.words));
      else translate(change.target, guide.words);
    }
    numbers();
  });
  observer.observe(document.body, look);
  document.addEventListener("click", leaveList, true);
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
function openList() {
  return window.matchMedia("(max-width: 768px)").matches ? document.querySelector(".stSidebar[data-collapsed=false]") : null;
}

function closeList() {
  openList()?.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
}

// There, the page one is on already closes the list too, and so does a touch beside it, which does nothing else.
function leaveList(event) {
  const list = openList();
  if (list?.contains(event.target)) {
    if (event.target.closest("[aria-current=page]")) {
      closeList();
      focusSoon(0);
    }
  } else if (list && event.target.closest(".stMain") && !event.target.closest(".st-key-bar")) {
    event.preventDefault();
    event.stopPropagation();
    closeList();
  }
}

export default function ({ data }) {
  const first = !window.guideFrame;
  const guide = (window.guideFrame ??= {});
  const moved = !first && guide.place !== data.place;
  Object.assign(guide, data);
  document.documentElement.lang = data.language;
  if (first) watch(guide);
  translate(document.body, data.words);
  numbers();
  document.querySelector(".stMain")?.setAttribute("tabindex", "-1");
  const errors = document.querySelector(".stMain .errors")?.innerText ?? "";
  if (moved) closeList();
  if (moved || (errors && errors !== guide.errors)) focusSoon(40);
  guide.errors = errors;
}
