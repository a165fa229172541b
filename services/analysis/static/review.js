// Deciding by keys and by marking with the mouse or finger; everything here can also be done without.
"use strict";

const KEPT = "review-keys";
const text = document.getElementById("passage");
const toggle = document.getElementById("keys");
let keys = read() !== "off";

function read() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // a browser that keeps nothing starts with keys every time
  }
}

// Single letters act only while nothing is being typed, and can be switched off (WCAG 2.1.4).
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return leave(event);
  if (!keys || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("select, textarea, input:not([type=radio], [type=checkbox])")) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("summary")) open(target);
  else if (target.matches("input")) choose(target);
  else target.click();
});

// Not into the select: letters there would choose another standard instead of being keys.
function open(summary) {
  const opened = !summary.parentElement.open;
  for (const form of document.querySelectorAll("details.form-of")) form.open = false;
  summary.parentElement.open = opened;
  summary.focus();
}

// Escape closes what a key opened and gives the keys back; a list that is unfolded closes by itself.
function leave(event) {
  const form = event.target.closest("details.form-of[open]") ?? document.querySelector("details.form-of[open]");
  if (!form) return;
  form.open = false;
  form.querySelector("summary").focus();
}

// A digit means the stance of the form that is open, or else of the one that changes the tag.
function choose(radio) {
  const form = document.querySelector("details.form-of[open]") ?? document.querySelector("details.form-of");
  form.open = true;
  const stance = form.querySelector(`input[value="${radio.value}"]`);
  stance.checked = true;
  stance.focus();
}

// What is selected in the text becomes the mark; counted as the server counts, in code points from 1.
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
  const before = range.cloneRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const first = [...before.toString()].length;
  fill(first + 1, first + [...range.toString()].length);
});

function fill(first, last) {
  for (const form of document.querySelectorAll("form.marking")) {
    form.elements.first.value = first;
    form.elements.last.value = last;
    form.querySelector("input[value=own]").checked = true;
  }
}

function show() {
  toggle.hidden = false;
  toggle.textContent = keys ? toggle.dataset.off : toggle.dataset.on;
  for (const key of document.querySelectorAll("kbd")) key.hidden = !keys;
}

toggle?.addEventListener("click", () => {
  keys = !keys;
  try {
    localStorage.setItem(KEPT, keys ? "on" : "off");
  } catch {
    // It holds for this page then.
  }
  show();
});
if (toggle) show();
