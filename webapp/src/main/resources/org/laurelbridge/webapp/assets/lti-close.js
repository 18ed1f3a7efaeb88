// Tells the platform that it may close this page (LTI Dynamic Registration 1.0 §3.8).
(() => {
  'use strict';
  const close = document.getElementById('close');
  close.hidden = false;
  close.querySelector('button').addEventListener('click', () => {
    (window.opener || window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
  });
})();
