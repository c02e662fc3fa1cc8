// Beside the page: its language, Streamlit's own words, the keyboard focus, what is half typed, and a warning before it is lost.
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

// The list of pages is one list for each heading, named by it: as Streamlit writes it, the headings lie between the items of one list.
function groups() {
  const all = document.querySelector("[data-testid=stSidebarNavItems]");
  all?.setAttribute("role", "none");
  for (const heading of all?.querySelectorAll("[data-testid=stNavSectionHeader]") ?? []) {
    const group = heading.parentElement;
    const name = heading.querySelector("p").textContent;
    if (group.ariaLabel !== name) group.ariaLabel = name;
    group.role = "list";
    heading.ariaHidden = "true";
  }
}

// What stands in the fields of a form and was not sent: on another page, or in the other language, it waits here, in the memory
// of this tab alone, and stands there again when its field comes back as it was. While several people are open, the app keeps
// it for each of them (clinic_typed).
const TYPED = ".stMain .stForm :is([class*='st-key-q-'], [class*='st-key-text_search-']) :is(input[type=text]:not([role=combobox]), textarea)";

// The name of a field: the last of its kind on the way up to the form, with each line of a list by what it is and not by
// the place that it has now. The lines stand above all fields, so that they are never older than a field is.
function named(field) {
  const holder = field.closest("[class*='st-key-q-'], [class*='st-key-text_search-']");
  const name = [...holder.classList].find((one) => /^st-key-(q|text_search)-/.test(one));
  return known(name.replace(/^st-key-(q-)?/, ""), lines());
}

// "letters-0-reason" by what its lines are called: "letters-(letter-1)-reason"; a line that was only just begun is called nothing.
function known(name, lists) {
  const steps = name.split("-");
  return steps.map((step, at) => (at && lists[steps.slice(0, at).join("-")] ? `(${lists[steps.slice(0, at).join("-")][step] ?? ""})` : step)).join("-");
}

function lines() {
  const guide = window.guideFrame;
  const told = document.querySelector("[data-lines]")?.dataset.lines ?? "{}";
  if (guide.told !== told) {
    Object.assign(guide, { told, lines: JSON.parse(told) });
    forgetGone(guide);
  }
  return guide.lines;
}

// What was typed for a line that is gone goes too: another line may get its name.
function forgetGone({ half, lines: lists }) {
  const there = new Set(Object.entries(lists).flatMap(([list, ids]) => ids.map((_, at) => known(`${list}-${at}`, lists))));
  for (const name of half.keys()) {
    const ofLines = [...name.matchAll(/\([^)]*\)/g)].map((one) => name.slice(0, one.index + one[0].length));
    if (!ofLines.every((one) => there.has(one))) half.delete(name);
  }
}

function typing({ target }) {
  const guide = window.guideFrame;
  if (!guide.whose || guide.putting || !target.matches?.(TYPED)) return;
  const { before } = guide.seen.get(target) ?? { before: "" };
  if (target.value === before) guide.half.delete(named(target));
  else guide.half.set(named(target), { before, said: target.value });
}

// A form that is sent: what stood in it is answered, or was not meant to be. Its way back is no answer.
function sent(event) {
  const form = event.target.closest?.(".stForm");
  const enter = event.key === "Enter" && (event.target.tagName === "INPUT" || event.ctrlKey || event.metaKey);
  const pressed = event.type === "click" && event.target.closest("button");
  if (!form || !(enter || pressed) || (pressed && pressed.innerText.trim() === window.guideFrame.back)) return;
  for (const field of form.querySelectorAll(TYPED)) window.guideFrame.half.delete(named(field));
}

// Streamlit empties a field that it has only just drawn, and takes a text over when the field is left: look again a few times.
function put(guide, field, half, tries) {
  if (!tries || !field.isConnected || guide.half.get(named(field)) !== half) return;
  if (field.value === half.before) {
    guide.putting = true;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, half.said);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    guide.putting = false;
  } else if (document.activeElement !== field) {
    field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }
  setTimeout(() => put(guide, field, half, tries - 1), 60);
}

function comeBack(guide) {
  lines();
  for (const field of document.querySelectorAll(TYPED)) {
    const name = named(field);
    if (guide.seen.get(field)?.name === name) continue;
    const half = guide.half.get(name);
    guide.seen.set(field, { name, before: half?.said === field.value ? half.before : field.value });
    if (!half || half.said === field.value) continue;
    if (half.before === field.value) put(guide, field, half, 10);
    else guide.half.delete(name);
  }
}

function watch(guide) {
  const look = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach((node) => translate(node, guide.words));
      else translate(change.target, guide.words);
    }
    numbers();
    groups();
    comeBack(guide);
  });
  observer.observe(document.body, look);
  document.addEventListener("click", leaveList, true);
  document.addEventListener("click", openHere, true);
  document.addEventListener("input", typing, true);
  for (const kind of ["click", "keydown"]) document.addEventListener(kind, sent, true);
  window.addEventListener("beforeunload", (event) => (guide.unsaved || guide.half.size) && event.preventDefault());
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

// It opens where one is in it; Streamlit draws it a moment after the press.
function openHere(event) {
  if (!event.target.closest("[data-testid=stExpandSidebarButton]")) return;
  const show = (tries) => {
    if (openList()) openList().querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest" });
    else if (tries) setTimeout(() => show(tries - 1), 50);
  };
  show(20);
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
  guide.seen ??= new WeakMap();
  if (first || guide.whose !== data.whose) guide.half = new Map();
  Object.assign(guide, data);
  document.documentElement.lang = data.language;
  if (first) watch(guide);
  translate(document.body, data.words);
  numbers();
  groups();
  comeBack(guide);
  document.querySelector(".stMain")?.setAttribute("tabindex", "-1");
  const errors = document.querySelector(".stMain .errors")?.innerText ?? "";
  if (moved) closeList();
  if (moved || (errors && errors !== guide.errors)) focusSoon(40);
  guide.errors = errors;
}
