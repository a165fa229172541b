// Optional: the PIN of a kiosk without network. Whoever starts the device with the PIN leaves a slow, salted digest of it
// there until the evening; decision 22 says what that is worth. With network the server is asked, and nobody else.
{
  const form = document.getElementById("pin-form");
  const { code, purpose, goes } = form.dataset;
  const NAME = `kiosk-pin-${code}`;
  const ROUNDS = 600000; // of PBKDF2 with SHA-256, about a second of an old tablet (OWASP)
  const LASTS_MS = 14 * 3600 * 1000;
  const RESTS_MS = 15 * 60 * 1000;
  const MOST_WRONG = 5;
  const PATIENCE_MS = 8000;
  const alert = document.getElementById("pin-alert");
  const status = document.getElementById("pin-status");
  const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const bytesOf = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
  let busy = false;

  const write = (kept) => localStorage.setItem(NAME, JSON.stringify(kept));
  const forget = () => localStorage.removeItem(NAME);
  const read = () => {
    const kept = JSON.parse(localStorage.getItem(NAME) || "null");
    if (kept && kept.until > Date.now()) return kept;
    forget();
    return null;
  };

  const digest = async (pin, salt) => {
    const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
    return hex(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations: ROUNDS }, key, 256));
  };

  /** Only for the PIN that the server has just called right. */
  const keep = async (pin) => {
    if (!crypto.subtle) return;
    const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
    write({ salt, digest: await digest(pin, salt), until: Date.now() + LASTS_MS, failed: 0, rests: 0 });
  };

  /** What the server says; null where there is no network, or no server that is well. */
  const ask = async () => {
    try {
      const body = new URLSearchParams(new FormData(form));
      const options = { method: "POST", body, headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE_MS) };
      const answer = await fetch(form.action, options);
      return answer.status < 500 ? (await answer.json()).checked : null;
    } catch {
      return null;
    }
  };

  /** The guess is counted before it is looked at: whoever closes the page meanwhile has not guessed for nothing. */
  const checkHere = async (pin) => {
    const kept = purpose === "leave" && crypto.subtle ? read() : null;
    if (!kept) return "away";
    if (kept.rests > Date.now()) return "locked";
    kept.failed += 1;
    if (kept.failed >= MOST_WRONG) Object.assign(kept, { failed: 0, rests: Date.now() + RESTS_MS });
    write(kept);
    if (await digest(pin, kept.salt) === kept.digest) return "right";
    return kept.rests > Date.now() ? "locked" : "wrong";
  };

  /** The form shall lie on the device before the network may go. */
  const prepare = async () => {
    const { ask: worker } = window.resonanz || {};
    const kept = worker?.({ work: "keep", code, language: form.elements.lang.value });
    await Promise.race([kept, new Promise((done) => setTimeout(done, PATIENCE_MS))]).catch(() => null);
  };

  const go = async (pin) => {
    const checked = (await ask()) || (await checkHere(pin));
    if (checked !== "right") {
      alert.querySelector("p").textContent = alert.dataset[checked] || alert.dataset.wrong;
      alert.hidden = false;
      form.elements.pin.value = "";
      form.elements.pin.focus();
      return;
    }
    alert.hidden = true;
    if (purpose === "start") {
      await keep(pin);
      await prepare();
    } else forget();
    location.replace(goes);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    status.hidden = false;
    await go(form.elements.pin.value.replace(/\s/g, "")).catch(() => form.submit());
    status.hidden = true;
    busy = false;
  });
}
