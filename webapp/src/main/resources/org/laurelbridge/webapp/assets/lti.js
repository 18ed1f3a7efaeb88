// Keeps one value at the platform while a login goes there and back, where the browser keeps no cookie of ours inside
// its page (LTI Client Side postMessages 1.0). Says it to the platform's own origin, and hears no other.
(() => {
  'use strict';
  const page = document.getElementById('lti');
  const { frame, origin, key, value } = page.dataset;
  const parent = window.opener || window.parent;
  const target = frame === '_parent' ? parent : parent.frames[frame];
  const isKeeping = value !== undefined;
  const id = key;
  const goOn = held => {
    if (isKeeping) {
      window.location.replace(document.getElementById('onward').href);
      return;
    }
    const form = document.getElementById('back');
    form.elements.held.value = held || '';
    form.submit();
  };
  if (!target) {
    goOn();
    return;
  }
  // a platform that does not answer keeps nobody waiting: the cookie may have been kept all the same
  const patience = window.setTimeout(goOn, 2000);
  window.addEventListener('message', event => {
    const said = event.data;
    if (event.origin !== origin || !said || said.message_id !== id) {
      return;
    }
    window.clearTimeout(patience);
    goOn(said.value);
  });
  target.postMessage(
    isKeeping
      ? { subject: 'lti.put_data', message_id: id, key, value }
      : { subject: 'lti.get_data', message_id: id, key },
    origin);
})();
