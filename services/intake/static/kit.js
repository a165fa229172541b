// Shows how far a print kit is. Without it the browser downloads the same file by itself.
{
  const form = document.getElementById("kit");
  const box = document.getElementById("progress");
  const line = box.querySelector("p");
  const bar = box.querySelector("progress");
  const button = form.querySelector("button");
  const HEAD = [0x50, 0x4b, 0x03, 0x04]; // every file in a ZIP begins so

  const counter = () => {
    let matched = 0;
    let found = 0;
    return (bytes) => {
      for (const byte of bytes) {
        matched = byte === HEAD[matched] ? matched + 1 : byte === HEAD[0] ? 1 : 0;
        if (matched === HEAD.length) {
          found += 1;
          matched = 0;
        }
      }
      return found;
    };
  };

  const show = (done, all) => {
    line.textContent = box.dataset.running.replace("{done}", done).replace("{all}", all);
    bar.max = all;
    bar.value = done;
  };

  const read = async (answer) => {
    const all = Number(answer.headers.get("X-Pages"));
    const count = counter();
    const parts = [];
    const reader = answer.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      show(Math.max(count(part.value) - 1, 0), all);
    }
    return new Blob(parts, { type: "application/zip" });
  };

  const save = (file, name) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    button.disabled = true;
    box.hidden = false;
    line.textContent = "";
    bar.hidden = false;
    bar.removeAttribute("value");
    try {
      const answer = await fetch(address);
      if (answer.status === 422) {
        location.assign(address); // the page says what is missing
        return;
      }
      if (!answer.ok) throw new Error(answer.status);
      const name = /filename="(.+?)"/.exec(answer.headers.get("Content-Disposition"))[1];
      save(await read(answer), name);
      line.textContent = box.dataset.done;
    } catch {
      line.textContent = box.dataset.failed;
    }
    bar.hidden = true;
    button.disabled = false;
  });
}
