// The list of what waits on this device. It shows times and states, never what was said.
{
  const { ask } = window.resonanz;
  const list = document.getElementById("kept");
  const asked = new URLSearchParams(location.search);
  const template = (name) => document.getElementById(name).content.cloneNode(true);
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

  const fill = (node, values) => {
    for (const part of node.querySelectorAll("[data-say]")) {
      part.textContent = part.textContent.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
    }
    return node;
  };

  const entry = (row) => {
    const node = fill(template(`entry-${row.state}`), { ...row, time: time.format(row.filled_at) });
    const item = node.querySelector("[role=listitem]");
    item.dataset.id = row.id;
    for (const field of node.querySelectorAll("[name=receipt]")) field.value = row.receipt || "";
    if (row.state === "arrived" && !row.receipt) item.querySelectorAll(".receipt, .mend").forEach((part) => part.remove()); // the device is many people's
    const left = item.querySelector(".left-out");
    if (!row.left_out?.length) left?.remove();
    else left.querySelector("ul").append(...row.left_out.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
    return node;
  };

  const show = (rows) => {
    const count = (state) => rows.filter((row) => row.state === state).length;
    list.replaceChildren(...rows.map(entry).reverse());
    document.getElementById("none").hidden = rows.length > 0;
    document.getElementById("some").hidden = !rows.some(({ state }) => state !== "arrived");
    const counter = document.getElementById("counter");
    counter.hidden = !count("waiting");
    counter.textContent = counter.dataset.text.replace("{count}", count("waiting"));
    if (!count("waiting")) document.getElementById("how-it-goes").replaceChildren(template(count("refused") ? "line-refused" : "line-sent"));
    if (rows.length) navigator.storage?.persist?.();
  };

  const save = async () => {
    const file = new Blob([JSON.stringify(await ask({ work: "export" }))], { type: "application/json" });
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: `resonanz-${new Date().toISOString().slice(0, 10)}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const sure = (id) => {
    const dialog = document.getElementById("sure");
    dialog.returnValue = "";
    dialog.onclose = () => dialog.returnValue === "yes" && ask({ work: "remove", ids: [id] });
    dialog.showModal();
  };

  document.addEventListener("click", ({ target }) => {
    const act = target.closest("[data-act]")?.dataset.act;
    const id = target.closest("[data-id]")?.dataset.id;
    if (act === "send") ask({ work: "send" });
    if (act === "export") save();
    if (act === "again") ask({ work: "again", id });
    if (act === "remove") ask({ work: "remove", ids: [id] });
    if (act === "delete") sure(id);
  });

  document.addEventListener("kept", ({ detail }) => show(detail));
  const kept = asked.get("kept");
  if (/^\w+$/.test(kept || "")) {
    document.getElementById("just-kept").hidden = false;
    document.getElementById("title").textContent = document.getElementById("just-kept").dataset.title;
    document.getElementById("next").href = `/q/${kept}?lang=${asked.get("lang")}`;
  }
}
