// The service worker: opens forms without network, keeps what is sent on the device, and sends it once there is one.
// The server puts a line in front: const HOUSE = { version, files, key }.
//
// What waits is sealed for the city (ECDH P-256, HKDF, AES-GCM): on this device nobody can read it, not even this worker.
const FILES = `files-${HOUSE.version}`;
const FORMS = "forms";
const PLACE_OF_TOKEN = "RESPONSE-TOKEN";
const PATIENCE_GET_MS = 4000;
const PATIENCE_POST_MS = 15000;

const wait = (ms) => new Promise((done) => setTimeout(done, ms, null));
const base64 = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
const bytesOf = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const said = (fields, name) => fields.find(([key]) => key === name)?.[1] ?? "";

// --- Life ---

self.addEventListener("install", (event) => {
  self.skipWaiting();
  // where a version was before, from the server: the browser's own cache may still hold its files
  const cache = self.registration.active ? "reload" : "default";
  const files = HOUSE.files.map((file) => new Request(file, { cache }));
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll(files)));
});

self.addEventListener("activate", (event) => event.waitUntil(begin()));

const begin = async () => {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
  for (const name of await caches.keys()) if (name !== FILES && name !== FORMS) await caches.delete(name);
  for (const { pathname } of await keptAddresses()) {
    const [, code] = /^\/q\/(\w+)\/offline\.json$/.exec(pathname) || [];
    if (code) await keepForm(code).catch(() => null); // without network the form stays as it was
  }
};

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, searchParams } = new URL(url);
  if (origin !== location.origin) return;
  const [, typed] = ((mode === "navigate" || method === "POST") && /^\/q\/([^/]+)\/?$/.exec(pathname)) || [];
  const code = typed && decodeURIComponent(typed).toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (code && method === "POST") event.respondWith(sendForm(event, code));
  else if (code && method === "GET") event.respondWith(openForm(event, code, searchParams));
  else if (method === "GET" && mode === "navigate" && /^\/q\/\w+\/kiosk(\/leave)?$/.test(pathname)) event.respondWith(openKept(event, pathname, searchParams));
  else if (method === "GET" && pathname === "/offline") event.respondWith(openList(event, searchParams));
  else if (method === "GET" && HOUSE.files.includes(pathname)) event.respondWith(openFile(event.request, pathname));
});

self.addEventListener("sync", (event) => event.waitUntil(sendAll().then((left) => {
  if (left) throw new Error("some still wait"); // so that the browser tries again
})));

self.addEventListener("message", (event) => {
  const work = WORK[event.data?.work];
  if (!work) return;
  const reply = (answer) => event.ports[0]?.postMessage(answer);
  event.waitUntil(work(event.data).then((value) => reply({ value }), () => reply({ failed: true })));
});

// A word from the city: that there is something new, and where to look. Nothing of the response is in it.
self.addEventListener("push", (event) => {
  const { title, link, ...more } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { ...more, tag: "resonanz", data: link }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data));
});

// The browser changed the address it is told at. Who knows the old one may move what is told there to the new one.
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(movePush(event).catch(() => null)));

const movePush = async ({ oldSubscription, newSubscription }) => {
  const cache = await caches.open(FORMS);
  const kept = await (await cache.match("/push-address"))?.json();
  const old = oldSubscription?.endpoint ?? kept?.endpoint;
  if (!old) return;
  const text = (kept?.key ?? "").replace(/-/g, "+").replace(/_/g, "/");
  const options = oldSubscription?.options ?? { userVisibleOnly: true, applicationServerKey: bytesOf(text) };
  const made = newSubscription ?? (await self.registration.pushManager.subscribe(options));
  const { endpoint, keys } = made.toJSON();
  const body = new URLSearchParams({ old, endpoint, ...keys });
  const answer = await fetch("/receipt/push/move", { method: "POST", body, credentials: "omit" });
  if (answer.ok) await cache.put("/push-address", Response.json({ ...kept, endpoint }));
};

// --- Opening ---

const overNetwork = async (event) => (await event.preloadResponse) || fetch(event.request);

/** The network's answer, if it comes in time and from a server that is well. */
const firstFromNetwork = async (event) => {
  const network = overNetwork(event);
  event.waitUntil(network.catch(() => null));
  return Promise.race([network.then((answer) => (answer.status < 500 ? answer : null), () => null), wait(PATIENCE_GET_MS)]);
};

const openFile = async (request, pathname) => (await (await caches.open(FILES)).match(pathname)) || fetch(request);

const openForm = async (event, code, asked) => {
  const form = await findForm(code, asked.get("lang"));
  if (!form) return overNetwork(event);
  return (await firstFromNetwork(event)) || emptyForm(form, asked.get("view"));
};

const openList = async (event, asked) => {
  const cache = await caches.open(FORMS);
  const answer = await firstFromNetwork(event);
  if (answer) return answer;
  const page = (await cache.match(`/offline?lang=${asked.get("lang")}`)) || (await cache.match("/offline", { ignoreSearch: true }));
  return page ? withView(await page.text(), page, asked.get("view")) : Response.error();
};

/** The page between two people at a kiosk, and the way out. */
const openKept = async (event, pathname, asked) => {
  const cache = await caches.open(FORMS);
  return (await firstFromNetwork(event)) || (await cache.match(`${pathname}?lang=${asked.get("lang")}`)) || Response.error();
};

const keptAddresses = async () => (await (await caches.open(FORMS)).keys()).map((request) => new URL(request.url));

const describe = async (code) => (await (await caches.open(FORMS)).match(`/q/${code}/offline.json`))?.json();

const findForm = async (code, wanted) => {
  const about = await describe(code);
  if (!about) return null;
  const read = [wanted, ...navigator.languages.map((one) => one.split("-")[0].toLowerCase()), about.languages[0]];
  const cache = await caches.open(FORMS);
  for (const language of [...read.filter((one) => about.languages.includes(one)), ...about.languages]) {
    const page = await cache.match(`/q/${code}?whole=1&lang=${language}`);
    if (page) return page;
  }
  return null;
};

/** A kept form for one filling: under an id of its own, and with what was typed, if something was. */
const emptyForm = async (page, view, typed) => {
  let html = (await page.text()).replace(PLACE_OF_TOKEN, `device-${crypto.randomUUID()}`);
  if (typed) {
    const told = JSON.stringify(typed).replace(/</g, "\\u003c");
    html = html.replace("</main>", () => `<script type="application/json" id="typed">${told}</script></main>`);
  }
  return withView(html, page, view);
};

const withView = (html, page, view) => {
  const known = /^(large|contrast)( (large|contrast))*$/.test(view || "");
  return new Response(known ? html.replace("<html", `<html data-view="${view}"`) : html, { headers: page.headers });
};

// --- Keeping forms ---

/** All pages that the form needs, in all its languages; again only when something changed. */
const keepForm = async (code, language) => {
  const answer = await fetch(`/q/${code}/offline.json`, { credentials: "omit" });
  const cache = await caches.open(FORMS);
  if (answer.status === 404 || answer.status === 410) return forgetForm(cache, code);
  if (!answer.ok) return null;
  const about = await answer.clone().json();
  if ((await describe(code))?.version === about.version) return null;
  const others = navigator.connection?.saveData ? [] : about.languages;
  const wanted = about.languages.includes(language) ? [language] : [];
  for (const one of new Set([...wanted, ...others, about.languages[0]])) {
    await keepPage(cache, `/q/${code}?whole=1&lang=${one}`);
    await keepPage(cache, `/offline?lang=${one}`);
    if (!about.kiosk) continue;
    await keepPage(cache, `/q/${code}/kiosk?lang=${one}`);
    await keepPage(cache, `/q/${code}/kiosk/leave?lang=${one}`);
  }
  return cache.put(`/q/${code}/offline.json`, answer);
};

/** An empty page, without the id it was born with: that belongs to nobody. */
const keepPage = async (cache, address) => {
  const page = await fetch(address, { credentials: "omit", headers: { Accept: "text/html" } });
  if (!page.ok) throw new Error(`status ${page.status}`);
  const html = (await page.text()).replace(/(<input[^>]* name="token"[^>]* value=")[^"]*/, `$1${PLACE_OF_TOKEN}`);
  if (address.includes("whole=1") && !html.includes(PLACE_OF_TOKEN)) throw new Error("a form without an id");
  const kept = ["content-type", "content-language", "content-security-policy", "referrer-policy", "x-content-type-options"];
  const headers = [...page.headers].filter(([name]) => kept.includes(name.toLowerCase()));
  return cache.put(address, new Response(html, { headers }));
};

const forgetForm = async (cache, code) => {
  for (const { pathname, search } of await keptAddresses()) {
    if (pathname.startsWith(`/q/${code}`)) await cache.delete(pathname + search);
  }
};

// --- Sending ---

const sendForm = async (event, code) => {
  const filledAt = Date.now();
  const copy = event.request.clone();
  const back = event.request.isHistoryNavigation;
  const sent = (back ? repeat(event.request) : fetch(event.request)).catch(() => null);
  event.waitUntil(sent);
  const answer = await Promise.race([sent, wait(PATIENCE_POST_MS)]);
  if (answer && answer.status < 500) return answer;
  const fields = [...(await copy.formData())];
  const missing = await missingIn(code, fields);
  const notice = (back && "offline-on") || noticeFor(fields) || (missing.length && "offline-missing")
    || (await keepOne(code, fields, filledAt).then(() => "", () => "offline-lost"));
  if (notice) return (await typedForm(code, fields, { notice, missing })) || answer || Response.error();
  event.waitUntil(self.registration.sync?.register("kept").catch(() => null));
  event.waitUntil(tell());
  if (said(fields, "kiosk")) return atKiosk(event.request, code, said(fields, "language"));
  return Response.redirect(`/offline?kept=${code}&lang=${said(fields, "language")}`, 303);
};

/** A kiosk's script wants the page itself; without it the browser is led there. */
const atKiosk = async ({ mode }, code, language) => {
  const page = `/q/${code}/kiosk?lang=${language}`;
  const kept = mode === "navigate" ? null : await (await caches.open(FORMS)).match(page);
  return kept || Response.redirect(page, 303);
};

/** Whoever goes back to a page that came of sending wants to see it: asked again it is the same, and nothing doubles. */
const repeat = async (request) => fetch(request.url, { method: "POST", headers: request.headers, body: await request.clone().blob() });

/** Why these fields are not sent yet; empty if they are all that somebody wanted to say. */
const noticeFor = (fields) => {
  const step = said(fields, "step");
  const go = said(fields, "go");
  if (go === "save") return "offline-save";
  if (said(fields, "switch") || fields.some(([name]) => name === "look")) return "offline-on";
  if (go === "back" || go.startsWith("to:") || (step.startsWith("a-") && go !== "send")) return "offline-on";
  return fields.some(([name, value]) => name.startsWith("a-") && value.trim()) ? "" : "notice-empty";
};

/** Fields that nobody may leave empty: here somebody can still be asked. */
const missingIn = async (code, fields) => {
  const filled = fields.filter(([, value]) => value.trim()).map(([name]) => name.split(".")[0]);
  return ((await describe(code))?.required ?? []).filter((name) => !filled.includes(name));
};

const typedForm = async (code, fields, why) => {
  const form = await findForm(code, said(fields, "switch") || said(fields, "language"));
  const own = ["token", "questionnaire", "language", "step", "go", "switch", "look", "view"];
  const typed = fields.filter(([name]) => !own.includes(name));
  return form && emptyForm(form, said(fields, "look") || said(fields, "view"), { ...why, fields: typed });
};

const keepOne = async (code, fields, filledAt) => {
  const about = await describe(code);
  const token = said(fields, "token");
  const id = base64(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token)));
  const typed = fields.filter(([name]) => name.startsWith("a-") || name === "language");
  const row = {
    id,
    code,
    state: "waiting",
    filled_at: filledAt,
    language: said(fields, "language"),
    title: about?.title[said(fields, "language")] ?? code,
    shared: about?.shared ?? false,
    questionnaire: about?.questionnaire ?? null,
    sealed: await seal({ token, fields: typed }),
  };
  await store("readwrite", (kept) => kept.put(row));
};

const seal = async (contents) => {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const theirs = await crypto.subtle.importKey("raw", bytesOf(HOUSE.key), curve, false, []);
  const own = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  const point = await crypto.subtle.exportKey("raw", own.publicKey);
  const agreed = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, own.privateKey, 256);
  const base = await crypto.subtle.importKey("raw", agreed, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("resonanz kept response");
  const from = { name: "HKDF", hash: "SHA-256", salt: point, info };
  const key = await crypto.subtle.deriveKey(from, base, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(contents));
  const text = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, plain);
  return { point: base64(point), nonce: base64(nonce), text: base64(text) };
};

// --- The queue ---

const database = () => new Promise((done, failed) => {
  const opening = indexedDB.open("resonanz", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("kept", { keyPath: "id" });
  opening.onsuccess = () => done(opening.result);
  opening.onerror = opening.onblocked = () => failed(opening.error);
});

const store = async (mode, work) => {
  const opened = await database();
  try {
    return await new Promise((done, failed) => {
      const transaction = opened.transaction("kept", mode, { durability: "strict" });
      const request = work(transaction.objectStore("kept"));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    opened.close();
  }
};

const listKept = async () => {
  const rows = await store("readonly", (kept) => kept.getAll());
  return rows.sort((one, other) => one.filled_at - other.filled_at);
};

const waitingIn = (rows) => rows.filter(({ state }) => state === "waiting");
const change = (row, more) => store("readwrite", (kept) => kept.put({ ...row, ...more }));

/** For pages: everything but what was said. */
const outline = (rows) => rows.map(({ sealed, questionnaire, ...row }) => row);

const tell = async () => {
  const kept = outline(await listKept());
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) page.postMessage({ kept });
};

let sending = null;
/** Sends what waits, one after the other; how many still wait. Several pages and the browser may ask at once. */
const sendAll = () => (sending ||= alone(sendEach).finally(() => (sending = null)));
const alone = (work) => (navigator.locks ? navigator.locks.request("resonanz-kept", work) : work());

const sendEach = async () => {
  for (const row of waitingIn(await listKept())) {
    const answer = await sendOne(row).catch(() => null);
    if (!answer) break; // no network: the others need not try
    await tell();
  }
  return waitingIn(await listKept()).length;
};

const sendOne = async (row) => {
  const { questionnaire, sealed } = row;
  const waited = Math.max(0, Date.now() - row.filled_at) / 1000;
  const body = JSON.stringify({ questionnaire, sealed, language: row.language, waited_s: waited });
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  const answer = await fetch(`/q/${row.code}/kept`, { method: "POST", headers, body, credentials: "omit" });
  const told = await answer.json().catch(() => ({}));
  if (answer.ok && told.receipt) await change(row, { state: "arrived", sealed: null, receipt: row.shared ? "" : told.receipt, left_out: told.left_out });
  else if (answer.status < 500 && told.text) await change(row, { state: "refused", text: told.text });
  return answer;
};

const again = async ({ id }) => {
  const row = await store("readonly", (kept) => kept.get(id));
  if (row?.state === "refused") await change(row, { state: "waiting", text: "" });
  return sendAll();
};

const remove = async ({ ids }) => {
  for (const id of ids) await store("readwrite", (kept) => kept.delete(id));
  await tell();
};

const exported = async () => {
  const rows = (await listKept()).filter(({ sealed }) => sealed);
  const responses = rows.map(({ code, questionnaire, language, filled_at, sealed }) =>
    ({ code, questionnaire, language, filled_at: new Date(filled_at).toISOString(), sealed }));
  return { format: "resonanz-kept-1", responses };
};

const WORK = {
  keep: ({ code, language }) => keepForm(code, language),
  send: sendAll,
  list: async () => outline(await listKept()),
  again,
  remove,
  export: exported,
};
