// Optional: shows and hides questions while somebody answers, and asks the device for its place after a tap. Without it
// the server does the same page by page; what is shown is decided as in domain/flow.py, and a test holds the two together.
{
  const form = document.querySelector("form[action^='/q/']");
  const OTHER = "~other";

  const clean = (text) => text.normalize("NFC").replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g, "").trim();
  const number = (text) => {
    const plain = text.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15).replace(/[,٫،]/g, ".")
      .replace(/[−–]/g, "-").replace(/[ \u00a0\u202f\u2009]/g, "");
    return /^-?[0-9]{1,12}(\.[0-9]{1,2})?$/.test(plain) ? Number(plain) : null;
  };

  // What conditions see of an answer; a question that is hidden says nothing.
  const said = (key) => {
    const values = new Set();
    let first = null;
    for (const control of form.elements) {
      const [name, part] = [control.name, control.name?.slice(key.length + 3)];
      if (name !== `a-${key}` && !name?.startsWith(`a-${key}.`)) continue;
      if (/radio|checkbox/.test(control.type) && !control.checked || control.closest("[hidden]")) continue;
      const value = clean(control.value);
      if (!value) continue;
      if (part === "other") values.add(OTHER);
      else if (part) {
        values.add(`${part}.${value}`);
        if (value === "1") values.add(part);
      } else {
        const amount = number(value);
        values.add(value);
        if (amount !== null) values.add(String(amount));
        first ??= amount;
      }
    }
    return [values, first];
  };

  const holds = ([key, comparison, ...wanted]) => {
    const [values, amount] = said(key);
    switch (comparison) {
      case "is": return wanted.some((one) => values.has(one));
      case "is_not": return !wanted.some((one) => values.has(one));
      case "answered": return values.size > 0;
      case "not_answered": return !values.size;
    }
    const limit = wanted.length ? number(wanted[0]) : null;
    if (limit === null || amount === null) return false;
    return comparison === "at_least" ? amount >= limit : amount <= limit;
  };

  const update = () => {
    for (const part of form.querySelectorAll("[data-if]")) part.hidden = !JSON.parse(part.dataset.if).every(holds);
  };

  // Writing something else chooses it, and choosing again puts the words aside until they are wanted back.
  const follow = ({ target }) => {
    const box = target.closest("fieldset")?.querySelector(`.other [value="${OTHER}"]`);
    const words = box?.closest(".other").querySelector("[name$='.other']");
    if (target === words && clean(words.value)) box.checked = true;
    else if (words && target.name === box.name) {
      if (box.checked) words.value ||= words.dataset.kept || "";
      else [words.dataset.kept, words.value] = [words.value || words.dataset.kept || "", ""];
    }
  };

  const locate = (button) => {
    const status = button.nextElementSibling;
    const take = ({ coords }) => {
      const value = [coords.latitude, coords.longitude].map((degrees) => degrees.toFixed(3)).join();
      for (const old of [...form.elements]) if (old.name === button.dataset.locate) old.closest("label").remove();
      const label = Object.assign(document.createElement("label"), { className: "pick" });
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value, checked: true });
      const text = document.createElement("span");
      box.name = button.dataset.locate;
      text.append(`${button.dataset.point} `, Object.assign(document.createElement("bdi"), { textContent: value }));
      label.append(box, text);
      button.parentElement.before(label);
      status.textContent = "";
      update();
    };
    const refuse = () => { status.textContent = button.dataset.refused; };
    button.parentElement.hidden = false;
    button.addEventListener("click", () => navigator.geolocation.getCurrentPosition(take, refuse, { timeout: 20000 }));
  };

  if (form) {
    if (!form.elements.live) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "live", value: 1 }));
    form.addEventListener("input", (event) => { follow(event); update(); });
    if (isSecureContext && navigator.geolocation) form.querySelectorAll("[data-locate]").forEach(locate);
    addEventListener("pageshow", update);
    update();
  }
}
