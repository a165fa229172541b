// Optional, and after the page can be used: brings the service worker, says what waits on this device, and puts back
// what was typed where the worker had to give the form again.
{
  const box = navigator.serviceWorker;
  const own = document.currentScript;
  const form = document.querySelector('main form[action^="/q/"]');
  const language = document.querySelector("[name=language]")?.value || new URLSearchParams(location.search).get("lang") || document.documentElement.lang;
  const code = form?.getAttribute("action").split(/[/?]/)[2];
  const WAITS_MS = [2, 5, 15, 30, 60, 120, 300].map((seconds) => seconds * 1000);
  const main = document.querySelector("main");

  const ask = (message) => new Promise((done) => box.ready.then(({ active }) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data.value);
    active.postMessage(message, [port2]);
  }));

  /** The texts of the list's page, which the worker keeps in every language. */
  const text = async (id) => {
    const page = await (await fetch(`/offline?lang=${language}`, { headers: { Accept: "text/html" } })).text();
    return new DOMParser().parseFromString(page, "text/html").getElementById(id)?.innerHTML.trim() ?? "";
  };

  const notice = (html, role) => {
    const shown = document.querySelector(`.notice.kept-${role}`) || Object.assign(document.createElement("div"), { className: `notice warm kept-${role}` });
    shown.setAttribute("role", role);
    if (!shown.isConnected) (main.querySelector("h1") || main.firstElementChild).after(shown);
    shown.innerHTML = html; // a text of our own pages
    return shown;
  };

  // What was typed before the network went
  const put = (fields) => {
    const given = new Map();
    for (const [name, value] of fields) given.set(name, [...(given.get(name) || []), value]);
    for (const field of form.elements) {
      const values = given.get(field.name);
      if (!values) continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
      else field.value = values[0];
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const linkTo = (id) => {
    const field = document.getElementById(id);
    const asked = field?.closest("fieldset:not(.row)")?.querySelector("legend") || field?.labels?.[0];
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { href: `#${id}`, textContent: asked?.textContent ?? id }));
    return item;
  };

  const typed = document.getElementById("typed");
  if (typed && form) {
    const { fields, missing, notice: id } = JSON.parse(typed.textContent);
    put(fields);
    text(id).then((html) => html && notice(html, "alert").querySelector("ul")?.append(...missing.map(linkTo)));
  }

  form?.addEventListener("submit", (event) => {
    if (navigator.onLine || box?.controller) return;
    event.preventDefault(); // the browser's own error page would take the form away
    notice(`<p>${own.dataset.lost}</p>`, "alert").scrollIntoView();
  });

  // What waits
  let tries = 0;
  let timer = 0;
  const send = async () => {
    clearTimeout(timer);
    const left = await ask({ work: "send" });
    if (left) timer = setTimeout(send, WAITS_MS[Math.min(tries++, WAITS_MS.length - 1)]);
    else tries = 0;
  };

  const show = async (kept) => {
    const waiting = kept.filter(({ state }) => state === "waiting").length;
    document.dispatchEvent(new CustomEvent("kept", { detail: kept }));
    if (!form || form.elements.kiosk || (!waiting && !document.querySelector(".kept-status"))) return;
    const refused = kept.some(({ state }) => state === "refused");
    const line = (await text(waiting ? "line-waiting" : refused ? "line-refused" : "line-sent")).replace("{count}", waiting);
    notice(`<p><a href="/offline?lang=${language}">${line}</a></p>`, "status");
  };

  const begin = async () => {
    await box.register("/worker.js");
    box.addEventListener("message", ({ data }) => data.kept && show(data.kept));
    addEventListener("online", () => { tries = 0; send(); });
    const kept = (await ask({ work: "list" })) || [];
    await show(kept);
    if (kept.some(({ state }) => state === "waiting")) send();
    if (!code || !navigator.onLine) return;
    await ask({ work: "keep", code, language });
    const href = `/q/${code}/manifest.webmanifest?lang=${language}`;
    document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href }));
  };

  window.resonanz = { ask, text };
  if (box) addEventListener("load", () => setTimeout(() => begin().catch(() => null), 0));
}
