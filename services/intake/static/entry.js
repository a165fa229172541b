// Optional: typing in sheets without a mouse. A digit chooses, Enter goes on to the next field, Ctrl+Enter saves.
{
  const form = document.querySelector(".sheet-form");
  const chosen = (control) => /radio|checkbox/.test(control.type);

  // One stop for each field; several boxes or buttons of one question are one stop.
  const stops = () => {
    const found = new Map();
    for (const control of form.elements) {
      if (control.type === "hidden" || !control.name || control.name === "source" || control.tagName === "FIELDSET") continue;
      const key = chosen(control) ? control.name : found.size;
      if (!found.has(key) || (chosen(control) && control.checked && !found.get(key).checked)) found.set(key, control);
    }
    return [...found.values()];
  };

  const goOn = (from) => {
    const all = stops();
    const here = all.findIndex((one) => one === from || (chosen(one) && one.name === from.name));
    (all[here + 1] || form.querySelector(".send")).focus();
  };

  const choose = (control, number) => {
    const others = [...form.elements].filter((one) => one.name === control.name && chosen(one));
    const wanted = others[number - 1];
    if (!wanted) return;
    wanted.checked = wanted.type === "radio" || !wanted.checked;
    wanted.focus();
    if (wanted.type === "radio" && wanted.value !== "~other") goOn(wanted);
  };

  form.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.altKey || event.metaKey || event.isComposing) return;
    if (key === "Enter" && event.ctrlKey) return form.requestSubmit(form.querySelector(".send"));
    if (event.ctrlKey || !target.name) return;
    if (/^[1-9]$/.test(key) && chosen(target)) choose(target, Number(key));
    else if (key === "Enter" && target.tagName !== "TEXTAREA" && target.tagName !== "BUTTON") goOn(target);
    else return;
    event.preventDefault();
  });

  const faults = document.getElementById("faults");
  if (faults) faults.focus();
  else stops()[0]?.focus();
}
