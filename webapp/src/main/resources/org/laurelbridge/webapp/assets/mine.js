"use strict";
// Keeps a learner's page up to date while it is open: says what happened to their badges, and puts it on the page.
(() => {
  const told = document.getElementById("told");
  let mine = document.getElementById("mine");
  if (!told || !mine || !window.EventSource) {
    return;
  }
  let number = mine.dataset.number;
  let stream = null;
  let asking = false;
  let latest = Number(number);
  let failures = 0;

  const keys = () => new Set([...mine.querySelectorAll("[data-award]"), ...(mine.dataset.award ? [mine] : [])]
    .map((one) => one.dataset.award));

  const say = (text) => {
    const line = document.createElement("p");
    line.className = "notice";
    line.append(text + " ");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "btn btn-sm btn-outline-secondary";
    close.textContent = told.dataset.close;
    close.addEventListener("click", () => line.remove());
    line.append(close);
    told.append(line);
  };

  // what was open stays open, and the keyboard stays where it was
  const put = (fresh) => {
    const focused = mine.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    const open = [...mine.querySelectorAll("details")].map((one) => one.open);
    mine.replaceWith(fresh);
    mine = fresh;
    number = mine.dataset.number;
    [...mine.querySelectorAll("details")].forEach((one, i) => { one.open = open[i] === true; });
    if (focused) {
      const same = [...mine.querySelectorAll("a")].find((one) => one.getAttribute("href") === focused);
      if (same) {
        same.focus({ preventScroll: true });
      }
    }
  };

  const renew = async () => {
    asking = true;
    try {
      const answer = await fetch(window.location.pathname, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) {
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("mine");
      if (fresh) {
        const known = keys();
        put(document.importNode(fresh, true));
        [...mine.querySelectorAll("[data-award]")]
          // who has just claimed a badge is told so already
          .filter((one) => !known.has(one.dataset.award) && !/[?&]done=claimed/.test(window.location.search))
          .forEach((one) => say(one.dataset.news));
      }
    } catch (failure) {
      // the site is away: the stream comes again, and with it what happened
    } finally {
      asking = false;
    }
  };

  // what happened while the page was asked for
  const renewAll = async () => {
    let before = -1;
    while (Number(number) < latest && Number(number) !== before) {
      before = Number(number);
      await renew();
    }
  };

  const listen = () => {
    if (stream) {
      return;
    }
    stream = new EventSource("/my/events?since=" + encodeURIComponent(number));
    stream.addEventListener("open", () => { failures = 0; });
    // what breaks off comes again by itself, what is refused does not: the site is full, or nobody is signed in any more
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        stream = null;
        failures += 1;
        if (failures < 5) {
          window.setTimeout(follow, 30000);
        }
      }
    });
    stream.addEventListener("message", (event) => {
      latest = Number(event.data);
      if (!asking) {
        renewAll();
      }
    });
  };

  // a page that nobody sees takes no connection: browsers have few for one site
  const follow = () => {
    if (document.visibilityState === "visible") {
      listen();
    } else if (stream) {
      stream.close();
      stream = null;
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
})();
