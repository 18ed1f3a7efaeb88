"use strict";
// What every page does where scripts run: says times in the reader's own zone, and puts a button beside what is there to be copied.
(() => {
  const habits = document.getElementById("habits");
  if (!habits) {
    return;
  }
  const { locale, zone, copy, copied } = habits.dataset;
  const forms = {
    minute: [{ dateStyle: "long" }, { timeStyle: "short" }],
    brief: [{ dateStyle: "medium" }, { timeStyle: "short" }],
    day: [{ dateStyle: "long" }],
    "brief-day": [{ dateStyle: "medium" }],
  };
  const own = new Intl.DateTimeFormat(locale).resolvedOptions().timeZone;
  const isUtc = !own || /^(Etc\/)?(UTC|GMT|UCT|Zulu)$/.test(own);

  const sayTime = (time) => {
    const at = new Date(time.dateTime);
    const form = forms[time.dataset.form];
    delete time.dataset.form;
    if (form && !Number.isNaN(at.getTime())) {
      time.textContent = form.map((one) => new Intl.DateTimeFormat(locale, one).format(at)).join(", ");
    }
  };

  // without https a browser has no clipboard, but still copies what is chosen
  const taken = async (field) => {
    try {
      await navigator.clipboard.writeText(field.value ?? field.textContent);
      return true;
    } catch (refused) {
      if (field.select) {
        field.select();
      } else {
        window.getSelection().selectAllChildren(field);
      }
      return document.execCommand("copy");
    }
  };

  // a screen reader says what comes into a live region that is there already
  const tell = (text) => {
    const told = document.createElement("p");
    told.className = "visually-hidden";
    told.setAttribute("role", "status");
    document.body.append(told);
    setTimeout(() => { told.textContent = text; }, 100);
    setTimeout(() => told.remove(), 3000);
  };

  const offerCopy = (field) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-outline-primary copy";
    button.textContent = copy;
    const label = field.labels?.[0]?.textContent ?? field.getAttribute("aria-label");
    if (label) {
      button.setAttribute("aria-label", copy + ": " + label.trim());
    }
    button.addEventListener("click", async () => {
      if (await taken(field)) {
        button.focus();
        button.textContent = copied;
        tell(copied);
        setTimeout(() => { button.textContent = copy; }, 3000);
      }
    });
    field.dataset.offered = "yes";
    field.after(button);
  };

  const look = () => {
    if (!isUtc) {
      document.querySelectorAll("time[data-form]").forEach(sayTime);
    }
    document.querySelectorAll("input.copied:not([data-offered]), span.copied:not([data-offered])").forEach(offerCopy);
  };

  if (!isUtc) {
    const parts = (style) => new Intl.DateTimeFormat(locale, { timeZoneName: style }).formatToParts(new Date());
    let name = own;
    try {
      name = parts("longGeneric").find((part) => part.type === "timeZoneName").value;
    } catch (older) {
      // the name of the place will do
    }
    habits.textContent = zone.replace("{zone}", name);
  }
  look();
  // pages that keep themselves up to date put new parts in
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
})();
