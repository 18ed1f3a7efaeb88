"use strict";
// Follows work that takes a while: the bar moves, and what came of it is put in its place. Without a script the page comes again by itself.
const again = async () => {
  const here = document.getElementById("run");
  let wait = 700;
  try {
    const answer = await fetch(window.location.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
    if (answer.redirected) {
      window.location.replace(answer.url);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const there = page.getElementById("run");
    if (!answer.ok || !there) {
      window.location.reload();
      return;
    }
    const bar = here.querySelector("progress");
    const next = there.querySelector("progress");
    if (there.dataset.going && bar && next) {
      here.querySelector("h2").textContent = there.querySelector("h2").textContent;
      if (next.hasAttribute("value")) {
        bar.value = next.value;
        bar.max = next.max;
      } else {
        bar.removeAttribute("value");
      }
    } else {
      here.replaceChildren(...document.importNode(there, true).childNodes);
      delete here.dataset.going;
      here.tabIndex = -1;
      here.focus({ preventScroll: true });
      return;
    }
  } catch (failure) {
    // the site is away: it is asked again a little later
    wait = 3000;
  }
  setTimeout(again, wait);
};
setTimeout(again, 500);
