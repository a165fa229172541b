// Shows how far a print kit is, without a reload. Without it the page asks again by itself.
{
  const PAUSE_MS = 700;
  const LONGEST_MS = 10000;
  const kit = () => document.getElementById("kit");
  let pause = PAUSE_MS;

  const look = async () => {
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      if (answer.redirected || answer.status === 404) return location.reload();
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("kit");
      if (!fresh) throw new Error("no kit");
      swap(document.adoptNode(fresh));
      pause = PAUSE_MS;
    } catch {
      pause = Math.min(pause * 2, LONGEST_MS); // nobody answers: what is shown stays, and the next try comes by itself
    }
    if (kit().dataset.ready === "0") setTimeout(look, pause);
  };

  const swap = (fresh) => {
    const ready = fresh.dataset.ready === "1";
    const bar = document.getElementById("kit-progress");
    const told = fresh.querySelector("#kit-progress");
    if (!ready && bar && told && !fresh.querySelector(".notice")) {
      bar.value = told.value;
      kit().querySelector("label").textContent = fresh.querySelector("label").textContent;
      return;
    }
    kit().replaceWith(fresh);
    if (!ready) return;
    const news = document.getElementById("kit-news");
    news.textContent = news.dataset.ready;
    fresh.querySelector("a.button").focus();
  };

  setTimeout(look, PAUSE_MS);
}
