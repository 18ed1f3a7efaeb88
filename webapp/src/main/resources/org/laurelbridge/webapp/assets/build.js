// What is typed shows at once what it says: the same form is sent, and of the page that comes back the sentence, the text and,
// where another sort was chosen, the fields of that row are taken.
const form = document.getElementById('builder');
let waiting = 0;
let asked = 0;

const taken = (page, id) => {
  const here = document.getElementById(id);
  const there = page.getElementById(id);
  if (here && there) {
    here.replaceWith(document.importNode(there, true));
  }
};

const look = async changed => {
  const turn = ++asked;
  const body = new URLSearchParams(new FormData(form));
  body.set('do', 'look');
  const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
  if (!answer.ok || turn !== asked) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (changed?.dataset?.row) {
    taken(page, changed.dataset.row + '_fields');
    const was = form.elements.namedItem(changed.dataset.row + ':was');
    const kept = form.elements.namedItem(changed.dataset.row + ':kept');
    kept.value = was.value === changed.value ? kept.value : '';
    was.value = changed.value;
  }
  document.getElementById('said').innerHTML = page.getElementById('said').innerHTML;
  const text = document.getElementById('yaml');
  if (!text.dataset.typed) {
    text.value = page.getElementById('yaml').value;
  }
};

form.addEventListener('input', event => {
  if (event.target.id === 'yaml') {
    event.target.dataset.typed = 'yes';
    return;
  }
  clearTimeout(waiting);
  waiting = setTimeout(look, 250, event.target);
});
