// Optional: a device that many people use. Pages come into this one document, so that the browser's history holds nothing
// to go back to; after a person, or when nobody is there any more, everything begins anew.
{
  const { start, away } = document.currentScript.dataset;
  const QUIET_S = 40; // then somebody is asked, and has 20 s to answer: a minute altogether
  const restart = () => location.replace(start);
  const form = () => document.querySelector("main form[action^='/q/']");
  let quiet = 0;
  let left = 0;
  let busy = false;
  let touched = false;

  const dialog = () => document.getElementById("idle");
  const returning = () => document.getElementById("return");
  const say = (part, seconds) => { part.querySelector(".seconds").textContent = seconds; };

  const stay = () => {
    quiet = 0;
    if (dialog().open) dialog().close();
  };

  const tick = () => {
    if (busy) return;
    if (returning()) {
      if (--left <= 0) restart();
      else say(returning(), left);
    } else if (dialog().open) {
      if (--left <= 0) restart();
      else say(dialog(), left);
    } else if (touched && ++quiet >= QUIET_S) {
      left = 20;
      say(dialog(), left);
      dialog().showModal();
    }
  };

  const begin = () => {
    stay();
    if (!returning()) return;
    left = Number(returning().dataset.seconds);
    returning().hidden = false;
    returning().querySelector("button").onclick = () => { left += 60; };
  };

  // A script runs again only if it is a new element.
  const run = (script) => {
    const again = document.createElement("script");
    for (const { name, value } of script.attributes) again.setAttribute(name, value);
    script.replaceWith(again);
  };

  const show = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const { lang, dir } = page.documentElement;
    Object.assign(document.documentElement, { lang, dir });
    if (page.documentElement.dataset.view) document.documentElement.dataset.view = page.documentElement.dataset.view;
    else delete document.documentElement.dataset.view;
    document.title = page.title;
    document.body.replaceWith(document.adoptNode(page.body));
    document.querySelectorAll("script[src$='offline.js']").forEach(run);
    page.querySelectorAll("head script[src$='form.js']").forEach((script) => run(document.body.appendChild(document.adoptNode(script))));
    scrollTo(0, 0);
    const place = document.getElementById("faults") || document.querySelector("h1");
    place.tabIndex = -1;
    place.focus();
    begin();
  };

  const send = async (event) => {
    const sent = event.target;
    if (event.defaultPrevented || !sent.action.includes("/q/") || sent.method !== "post") return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    const fields = new URLSearchParams(new FormData(sent, event.submitter));
    try {
      const answer = await fetch(event.submitter?.formAction || sent.action, { method: "POST", body: fields, headers: { Accept: "text/html" } });
      if (answer.redirected) location.replace(answer.url);
      else show(await answer.text());
    } catch {
      const notice = Object.assign(document.createElement("div"), { className: "notice warm", textContent: away });
      notice.setAttribute("role", "alert");
      document.querySelector("h1").after(notice);
    } finally {
      busy = false;
    }
  };

  for (const sign of ["pointerdown", "keydown", "input", "scroll"]) {
    addEventListener(sign, () => { touched = true; if (!dialog().open) quiet = 0; }, { passive: true, capture: true });
  }
  addEventListener("submit", send);
  addEventListener("click", (event) => {
    if (event.target.closest("#idle button")) stay();
    const link = event.target.closest("a#next");
    if (link) { event.preventDefault(); restart(); }
  });
  addEventListener("cancel", (event) => event.target === dialog() && stay(), true);
  addEventListener("pageshow", ({ persisted }) => persisted && restart());
  document.addEventListener("kept", ({ detail }) => {
    const line = document.getElementById("kiosk-waiting");
    const waiting = detail.filter(({ state }) => state === "waiting").length;
    if (line) line.textContent = waiting ? line.dataset.text.replace("{count}", waiting) : "";
  });
  setInterval(tick, 1000);
  begin();
}
