// Keeps the dashboard fresh: the stream says that there is something new, the page itself is fetched and swapped in.
"use strict";

const PAUSE = 1500;
const PAUSE_AFTER_TROUBLE = 10000;
const PAUSE_BEFORE_NEWS = 5000;

let paused = false;
let busy = false;
let announcing = null;
// The newest version the stream spoke of, and the one the page was last fetched for.
let told = live().dataset.version;
let shown = told;

function live() {
  return document.getElementById("live");
}

function follow() {
  const stream = new EventSource(live().dataset.live);
  stream.addEventListener("version", (event) => {
    told = event.data;
    refresh();
  });
  stream.addEventListener("error", () => {
    if (stream.readyState !== EventSource.CLOSED) return; // the browser connects again by itself
    shown = ""; // whoever is signed out learns it by fetching the page
    refresh();
    setTimeout(follow, PAUSE_AFTER_TROUBLE);
  });
}

async function refresh() {
  if (paused || busy || document.hidden || told === shown) return;
  busy = true;
  const version = told;
  let pause = PAUSE_AFTER_TROUBLE;
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
    if (answer.redirected) return location.reload();
    if (answer.ok) {
      swap(new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live"));
      shown = version;
      pause = PAUSE;
    }
  } catch {
    // Nobody answers: what is shown says of when it is, and the next try comes by itself.
  } finally {
    setTimeout(() => {
      busy = false;
      refresh();
    }, pause);
  }
}

function swap(fresh) {
  const focused = live().contains(document.activeElement) ? placeOf(document.activeElement) : null;
  for (const open of live().querySelectorAll("details[open]")) {
    fresh.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute("open", "");
  }
  const pictures = [...live().querySelectorAll("img[src]")];
  live().replaceWith(document.adoptNode(fresh));
  keepPictures(pictures);
  document.dispatchEvent(new Event("freshened"));
  showPause();
  if (focused) live().querySelector(focused)?.focus({ preventScroll: true });
  announce();
}

// A picture that is the same stays what it is, and does not flicker.
function keepPictures(pictures) {
  for (const fresh of live().querySelectorAll("img[src]")) {
    const kept = pictures.find((one) => one.getAttribute("src") === fresh.getAttribute("src"));
    if (kept) fresh.replaceWith(kept);
  }
}

// An element without an id is found again by what it belongs to or where it leads.
function placeOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.matches("summary")) return `#${CSS.escape(element.parentElement.id)} > summary`;
  return element.hasAttribute("href") ? `a[href="${CSS.escape(element.getAttribute("href"))}"]` : null;
}

// A screen reader hears the newest number, and not every one on the way to it.
function announce() {
  announcing ??= setTimeout(() => {
    announcing = null;
    const news = document.getElementById("news");
    news.textContent = news.dataset.text.replace("COUNT", live().querySelector(".figure").textContent);
  }, PAUSE_BEFORE_NEWS);
}

function showPause() {
  const button = document.getElementById("pause");
  const say = () => (button.textContent = paused ? button.dataset.goOn : button.dataset.pause);
  button.hidden = false;
  button.addEventListener("click", () => {
    paused = !paused;
    say();
    refresh();
  });
  say();
}

document.addEventListener("visibilitychange", refresh);
showPause();
follow();
