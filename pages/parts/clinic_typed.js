// What stands in the fields of a form and was not sent yet: only the browser knows it. When somebody turns to another
// page in the middle of a form, it is told to the app, so that it stands there again when this person's turn comes.
// What must outlive a run is kept on `window.guideTyped`.
const FORM = ".stMain .stForm";

// The name of a field as the page has it: the last of its kind on the way up to the form.
function name(field) {
  const holder = field.closest("[class*='st-key-q-'], [class*='st-key-text_search-']");
  return [...(holder?.classList ?? [])].find((one) => /^st-key-(q|text_search)-/.test(one))?.slice("st-key-".length);
}

function content(field) {
  if (field.type === "checkbox") return field.checked;
  if (field.type === "radio") return field.checked ? (field.closest("label")?.innerText.trim() ?? "") : undefined;
  return field.value;
}

function typed() {
  const found = {};
  for (const field of document.querySelectorAll(`${FORM} :is(input, textarea)`)) {
    const key = name(field);
    const said = key && content(field);
    if (said !== undefined && key) found[key] = said;
  }
  return found;
}

// On the way out: a link or a button that is not in the form itself.
function leaves(event) {
  const by = event.target.closest?.("a, button");
  return by && !by.closest(".stForm") && (event.type !== "keydown" || event.key === "Enter" || event.key === " ");
}

function tell(event) {
  const kept = window.guideTyped;
  if (!leaves(event)) return;
  const told = JSON.stringify(typed());
  if (told !== kept.told) kept.send("typed", told);
  kept.told = told;
}

export default function ({ setStateValue }) {
  const first = !window.guideTyped;
  const kept = (window.guideTyped ??= { told: "{}" });
  kept.send = setStateValue;
  if (first) for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, tell, true);
  return () => { kept.send = () => {}; kept.told = "{}"; };
}
