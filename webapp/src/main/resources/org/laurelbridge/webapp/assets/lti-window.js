// Once the window is opened, asks every few seconds whether somebody has signed in there and there is something to choose
// here, and goes on with it. Who has no script presses the button.
(() => {
  'use strict';
  const form = document.getElementById('waiting');
  const ask = async () => {
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.action, { method: 'POST', body });
      if (answer.status === 200) {
        form.submit();
        return;
      }
    } catch {
      // the network comes back, or the button is pressed
    }
    window.setTimeout(ask, 3000);
  };
  document.getElementById('window').addEventListener('click', () => window.setTimeout(ask, 3000), { once: true });
})();
