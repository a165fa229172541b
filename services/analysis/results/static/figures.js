// Draws a chart in the browser when somebody wants to look into it; without this, its picture stays.
"use strict";

const own = document.currentScript;
const on = new Set();
let drawing = null;

function library() {
  drawing ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = own.dataset.script;
    script.addEventListener("load", () => resolve(window.vegaEmbed));
    script.addEventListener("error", () => {
      drawing = null;
      reject(new Error("script"));
    });
    document.head.append(script);
  });
  return drawing;
}

function equip(root) {
  for (const figure of root.querySelectorAll("figure[data-spec]")) {
    const button = document.createElement("button");
    button.type = "button";
    const say = () => (button.textContent = on.has(figure.id) ? own.dataset.picture : own.dataset.interactive);
    button.addEventListener("click", () => {
      if (on.delete(figure.id)) undraw(figure);
      else {
        on.add(figure.id);
        draw(figure).finally(say);
      }
      say();
    });
    figure.querySelector("figcaption").prepend(button);
    say();
    if (on.has(figure.id)) draw(figure);
  }
}

async function draw(figure) {
  const picture = figure.querySelector("img");
  try {
    const [embed, answer] = await Promise.all([library(), fetch(figure.dataset.spec)]);
    if (!answer.ok) throw new Error("spec");
    const place = document.createElement("div");
    place.className = "drawn";
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", picture.alt);
    picture.before(place);
    // The expressions are interpreted: the page's policy allows no script to be made from text.
    await embed(place, await answer.json(), {
      ast: true,
      renderer: "svg",
      actions: false,
      defaultStyle: false,
      tooltip: { disableDefaultStyle: true },
      formatLocale: { decimal: ",", thousands: ".", grouping: [3], currency: ["", " €"] },
    });
    picture.hidden = true;
  } catch {
    on.delete(figure.id);
    undraw(figure);
  }
}

function undraw(figure) {
  figure.querySelector(".drawn")?.remove();
  figure.querySelector("img").hidden = false;
}

equip(document);
document.addEventListener("freshened", () => equip(document.getElementById("live")));
