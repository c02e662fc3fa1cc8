// Answers on the person's own device: in the storage of this browser, and only when the person said so (device.py).
// Each run of the app says what to keep and what else to do once. What must outlive a run is kept on `window.guideKept`.
const BEGINS = "guide.kept.";
// Streamlit remembers by the name of a page what colours it had: with it go our entries.
const LEFT_BEHIND = [BEGINS, "stActiveTheme-", "stSidebar", "sidebar"];

function read(key) {
  try {
    const entry = JSON.parse(localStorage.getItem(BEGINS + key));
    return entry && typeof entry.file === "string" ? entry : null;
  } catch {
    return null;
  }
}

function keys() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(BEGINS)).map((name) => name.slice(BEGINS.length)).sort();
  } catch {
    return [];
  }
}

// What another window changed or removed is never written over: then this window says so, and the person chooses.
function keep(kept, { key, on, mark, file }) {
  const there = read(key);
  if (there?.file === file) kept.known[key] = there.stamp;
  else if (there && kept.known[key] !== there.stamp) return "other";
  else if (!there && kept.known[key]) return "gone";
  else {
    const stamp = `${Date.now()} ${Math.random()}`;
    try {
      localStorage.setItem(BEGINS + key, JSON.stringify({ on, mark, stamp, file }));
    } catch (error) {
      return error.name === "QuotaExceededError" ? "full" : "blocked";
    }
    kept.known[key] = stamp;
  }
  return "";
}

// With keys, only these cases go; what somebody else kept stays.
function empty(keys) {
  const stays = (name) => keys && name.startsWith(BEGINS) && !keys.includes(name.slice(BEGINS.length));
  for (const name of Object.keys(localStorage)) if (LEFT_BEHIND.some((begins) => name.startsWith(begins)) && !stays(name)) localStorage.removeItem(name);
  sessionStorage.clear();
}

const ORDERS = {
  give(kept, { key }, send) {
    const there = read(key);
    kept.known[key] = there?.stamp;
    send("gave", { key, file: there?.file ?? "" });
  },
  forget(kept, { key }) {
    const there = localStorage.getItem(BEGINS + key);
    if (there) kept.dropped = [BEGINS + key, there];
    localStorage.removeItem(BEGINS + key);
    delete kept.known[key];
  },
  back(kept) {
    if (kept.dropped?.[1]) localStorage.setItem(...kept.dropped);
    kept.dropped = null;
  },
  force(kept, { key }) {
    kept.known[key] = read(key)?.stamp;
  },
  // Everything of the guide, whoever kept it, or only these cases; then another page stands in the place of this one, and this one is empty
  // in case that the browser keeps it for its button "back".
  clear(kept, { to, keys: those }) {
    empty(those);
    Object.assign(kept, { known: {}, dropped: null });
    if (!to) return;
    Object.assign((window.guideFrame ??= {}), { unsaved: false, half: new Map() });
    // Streamlit may remember something more while it closes.
    window.addEventListener("pagehide", () => empty(those));
    window.addEventListener("pageshow", (event) => event.persisted && location.reload());
    document.body.replaceChildren();
    location.replace(to);
  },
};

function obey(kept, order, send) {
  if (!order || order.id === kept.obeyed) return;
  kept.obeyed = order.id;
  try {
    ORDERS[order.what](kept, order, send);
  } catch {
    // Storage that is blocked holds nothing either.
    if (order.to) location.replace(order.to);
  }
}

// Without a connection the app cannot erase, and its buttons are asleep. Then a button of our own stands in the place of "erase and
// leave": the browser erases what this visit kept here, and a page that needs no server takes the place of this one.
function leaveAlone(kept, asleep) {
  const [theirs, ours] = document.querySelectorAll(".st-key-bar_erase button");
  if (!theirs || asleep === Boolean(ours)) return;
  ours?.remove();
  theirs.style.display = asleep ? "none" : "";
  if (!asleep) return;
  const button = theirs.cloneNode(true);
  Object.assign(button, { disabled: false, onclick: () => confirm(kept.away.ask) && leave(kept) });
  button.style.display = "";
  theirs.after(button);
}

function leave(kept) {
  const forget = () => empty(kept.away.own);
  try {
    forget();
  } catch {
    // Storage that is blocked holds nothing.
  }
  Object.assign((window.guideFrame ??= {}), { unsaved: false, half: new Map() });
  window.addEventListener("pagehide", forget);
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  document.body.replaceChildren();
  location.replace(URL.createObjectURL(new Blob(["<!doctype html>", written(kept.away)], { type: "text/html;charset=utf-8" })));
}

function written({ language, tab, title, lines, style }) {
  const page = document.implementation.createHTMLDocument(tab);
  const put = (parent, name, text) => Object.assign(parent.appendChild(page.createElement(name)), { textContent: text });
  page.documentElement.lang = language;
  put(page.head, "style", style);
  const main = put(page.body, "main", "");
  put(main, "h1", title);
  for (const line of lines) {
    const told = put(main, "p", "");
    // What stands between two pairs of stars is strong.
    line.split("**").forEach((text, at) => put(told, at % 2 ? "strong" : "span", text));
  }
  return page.documentElement.outerHTML;
}

// A server that was started again knows nothing of this visit, and the screen would show the old one until the next click.
function watch(kept) {
  const app = document.querySelector("[data-testid=stApp]");
  const state = () => app.dataset.testConnectionState;
  let before = state();
  new MutationObserver(() => {
    leaveAlone(kept, state() !== "CONNECTED");
    if (state() === "CONNECTED" && before !== "CONNECTED") kept.send("again", String(Date.now()));
    before = state();
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
}

export default function ({ data, setStateValue, setTriggerValue }) {
  const kept = (window.guideKept ??= { known: {}, dropped: null, obeyed: null, told: 0 });
  if (!kept.send) watch(kept);
  Object.assign(kept, { send: setTriggerValue, away: data.away });
  obey(kept, data.order, setTriggerValue);
  const trouble = data.keep ? keep(kept, data.keep) : "";
  const others = keys().filter((key) => trouble === "other" || key !== data.keep?.key);
  const list = others.map((key) => ({ key, on: read(key)?.on, mark: read(key)?.mark }));
  const said = { kept: list.filter((one) => one.on), trouble };
  // The app runs again when it is told something: it is told only what it has not heard, and not for ever.
  const news = JSON.stringify(said) !== JSON.stringify(data.heard);
  kept.told = news ? kept.told + 1 : 0;
  if (news && kept.told < 5) setStateValue("said", said);
}
