// Optional: offers to tell on this device. Stands after the form that asks for an address, where the browser can do it.
{
  const form = document.querySelector('form[action="/receipt/subscribe"]');
  const can = form && navigator.serviceWorker && window.PushManager && window.Notification && Notification.permission !== "denied";

  const post = async (path, more) => {
    const known = ["receipt", "proof", "language"].map((name) => [name, form.elements[name].value]);
    const body = new URLSearchParams([...known, ...Object.entries(more)]);
    const answer = await fetch(path, { method: "POST", body, credentials: "omit" });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };

  const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const make = (name, more) => Object.assign(document.createElement(name), more);

  const offer = async () => {
    const known = await (await navigator.serviceWorker.getRegistration("/"))?.pushManager.getSubscription();
    const { key, on, words } = await post("/receipt/push/offer", { endpoint: known?.endpoint ?? "" });
    const box = make("section", { className: "push" });
    const button = make("button", { type: "button", className: "send" });
    const said = make("p", { role: "status" });
    const title = make("h2", { id: "push-title", textContent: words.title });
    const line = make("p");
    line.append(button);
    box.setAttribute("aria-labelledby", title.id);
    box.append(title, make("p", { textContent: words.text }), line, said, make("p", { className: "aside", textContent: words.kept }));

    const show = (isOn, word) => {
      box.dataset.on = isOn;
      button.textContent = isOn ? words.end : words.do;
      said.textContent = word;
    };

    const begin = async () => {
      if ((await Notification.requestPermission()) !== "granted") return show(false, words.denied);
      await navigator.serviceWorker.register("/worker.js");
      const { pushManager } = await navigator.serviceWorker.ready;
      const applicationServerKey = bytesOf(key);
      const wanted = { userVisibleOnly: true, applicationServerKey };
      // An address that was bound to another key, from before the house got a new secret, is of no use.
      const made = await pushManager.subscribe(wanted).catch(async () => {
        await (await pushManager.getSubscription())?.unsubscribe();
        return pushManager.subscribe(wanted);
      });
      const { endpoint, keys } = made.toJSON();
      await post("/receipt/push", { endpoint, ...keys });
      // For the worker, when the browser changes the address by itself: not all browsers then say what it was.
      await (await caches.open("forms")).put("/push-address", Response.json({ endpoint, key }));
      show(true, words.on);
    };

    const end = async () => {
      const made = await (await navigator.serviceWorker.getRegistration("/"))?.pushManager.getSubscription();
      if (made) {
        await post("/receipt/push/end", { endpoint: made.endpoint });
        await made.unsubscribe();
        await (await caches.open("forms")).delete("/push-address");
      }
      show(false, words.ended);
    };

    button.addEventListener("click", async () => {
      button.disabled = true;
      const isOn = box.dataset.on === "true";
      await (isOn ? end() : begin()).catch(() => show(isOn, words.fault));
      button.disabled = false;
    });
    show(on, on ? words.on : "");
    form.closest("section").after(box);
  };

  if (can) offer().catch(() => null); // without it, the page is whole
}
