// Optional. What the reading aids do by asking for the page again, this does at once; and it reads aloud, by voices of
// the device itself. The choice is kept until the window is closed, and nowhere else.
{
  const AIDS = ["large", "contrast"];
  const root = document.documentElement;
  const looks = document.querySelector(".looks");
  const on = new Set((root.dataset.view || "").split(" ").filter((aid) => AIDS.includes(aid)));

  function keep(name, value) {
    try { sessionStorage.setItem(name, value); } catch { /* it holds for this page only */ }
  }

  function kept(name) {
    try { return sessionStorage.getItem(name) || ""; } catch { return ""; }
  }

  // The page as it is to be read, and all that carries the choice on to the next page.
  function show() {
    const view = AIDS.filter((aid) => on.has(aid)).join(" ");
    if (view) root.dataset.view = view; else delete root.dataset.view;
    for (const field of document.querySelectorAll("input[name=view]")) field.value = view;
    for (const link of document.querySelectorAll("a[href*='lang=']")) {
      const address = new URL(link.href);
      if (view) address.searchParams.set("view", view); else address.searchParams.delete("view");
      link.href = address;
    }
    for (const aid of AIDS) for (const one of document.querySelectorAll(`[data-aid=${aid}]`)) mark(one, on.has(aid));
    looks?.parentElement.classList.toggle("on", on.size > 0);
    return view;
  }

  function mark(one, pressed) {
    if (one.tagName === "BUTTON") one.setAttribute("aria-pressed", pressed);
    else if (pressed) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }

  if (new URLSearchParams(location.search).has("view")) keep("view", [...on].join(" "));
  else for (const aid of kept("view").split(" ")) if (AIDS.includes(aid)) on.add(aid);
  show();
  for (const waiting of document.querySelectorAll(".reading[hidden]")) waiting.hidden = false;

  document.addEventListener("click", (event) => {
    const aid = event.target.closest("[data-aid]")?.dataset.aid;
    if (!AIDS.includes(aid)) return;
    event.preventDefault();
    if (!on.delete(aid)) on.add(aid);
    keep("view", show());
  });

  // Reading aloud.
  const READ = "h1, h2, h3, legend, label, p, li:not(:has(p, label, li)), dt, dd";
  const NOT_READ = ".reading, .hidden, .default, nav";
  const speech = window.speechSynthesis;
  let speaker = null;

  // A voice that is not on the device would send the text to whoever made the browser.
  function findVoice() {
    const spoken = (voice) => voice.lang.slice(0, 2).toLowerCase();
    return speech.getVoices().find((voice) => voice.localService && spoken(voice) === root.lang.slice(0, 2));
  }

  function readable(place) {
    const typed = "input:not([type=radio], [type=checkbox]), textarea, select, button";
    return [...place.querySelectorAll(READ)].filter(
      (part) => part.innerText.trim() && part.getClientRects().length && !part.closest(NOT_READ) && !part.querySelector(typed),
    );
  }

  function point(part) {
    document.querySelector(".said")?.classList.remove("said");
    part?.classList.add("said");
    part?.scrollIntoView({ block: "nearest" });
  }

  function stop() {
    if (speaker) speaker.textContent = looks.dataset.aloud;
    speaker = null;
    speech.cancel();
    point(null);
  }

  function read(place, button) {
    stop();
    speaker = button;
    button.textContent = looks.dataset.stop;
    const parts = readable(place);
    for (const part of parts) {
      const words = new SpeechSynthesisUtterance(part.innerText.trim());
      words.voice = findVoice();
      words.lang = root.lang;
      words.onstart = () => speaker === button && point(part);
      words.onend = () => speaker === button && part === parts.at(-1) && stop();
      speech.speak(words);
    }
  }

  function makeButton(className, text) {
    return Object.assign(document.createElement("button"), { type: "button", className, textContent: text });
  }

  // One button for the page below its heading, and one for each question.
  function addSpeakers() {
    const heading = document.querySelector("main h1");
    for (const place of [heading, ...document.querySelectorAll("main fieldset, main .question")]) {
      if (!place) continue;
      const button = makeButton("quiet aloud", looks.dataset.aloud);
      const whole = place === heading ? heading.closest("main") : place;
      button.addEventListener("click", () => (speaker === button ? stop() : read(whole, button)));
      if (place === heading) heading.after(button); else place.append(button);
    }
  }

  function turnAloud(switched, wanted) {
    switched.setAttribute("aria-pressed", wanted);
    keep("aloud", wanted ? "1" : "");
    stop();
    if (wanted) addSpeakers();
    else for (const button of document.querySelectorAll("button.aloud")) button.remove();
  }

  function offerAloud() {
    if (looks.querySelector("[data-aid=aloud]") || !findVoice()) return;
    const switched = makeButton("quiet", looks.dataset.aloud);
    switched.dataset.aid = "aloud";
    switched.addEventListener("click", () => turnAloud(switched, switched.getAttribute("aria-pressed") !== "true"));
    turnAloud(switched, kept("aloud") === "1");
    const item = document.createElement("li");
    item.append(switched);
    looks.append(item);
  }

  if (speech && looks) {
    offerAloud();
    speech.addEventListener("voiceschanged", offerAloud);
    addEventListener("pagehide", () => speech.cancel());
  }
}
