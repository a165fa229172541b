// Moves the bar while a file is made; when it is there, or nothing comes of it, the page says so itself.
"use strict";

const PAUSE = 1000;
const PAUSE_AFTER_TROUBLE = 5000;
const bar = document.getElementById("progress");
const percent = new Intl.NumberFormat("de", { style: "percent" });

async function look() {
  let pause = PAUSE_AFTER_TROUBLE;
  try {
    const answer = await fetch(bar.dataset.progress, { headers: { Accept: "application/json" } });
    if (answer.ok) {
      const said = await answer.json();
      if (said.state !== "running") return over();
      if (said.total) show(said);
      pause = PAUSE;
    } else if (answer.status < 500) {
      return location.reload();
    }
  } catch {
    // Nobody answers: the next look comes by itself.
  }
  setTimeout(look, pause);
}

function show(said) {
  bar.max = said.total;
  bar.value = said.done;
  document.getElementById("share").textContent = percent.format(said.done / said.total);
}

function over() {
  const news = document.getElementById("news");
  news.textContent = news.dataset.text;
  setTimeout(() => location.reload(), PAUSE);
}

document.getElementById("reload").parentElement.hidden = true;
look();
