// What is typed shows at once what it says: the same form is sent, and of the page that comes back the sentence, the text and,
// where another sort was chosen, the fields of that row are taken. An answer that something was typed after is let go.
const form = document.getElementById('builder');
const rows = new Set();
let waiting = 0;
let turn = 0;

const takeFields = (page, row) => {
  const id = row.dataset.row + '_fields';
  const here = document.getElementById(id);
  const there = page.getElementById(id);
  if (here && there) {
    const focused = document.activeElement.id;
    here.replaceWith(document.importNode(there, true));
    document.getElementById(focused)?.focus();
  }
  const was = form.elements.namedItem(row.dataset.row + ':was');
  if (was.value !== row.value) {
    form.elements.namedItem(row.dataset.row + ':kept').value = '';
    was.value = row.value;
  }
};

const look = async () => {
  const mine = ++turn;
  const body = new URLSearchParams(new FormData(form));
  body.set('do', 'look');
  const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.ok || mine !== turn) {
    return;
  }
  rows.forEach(row => takeFields(page, row));
  rows.clear();
  document.querySelectorAll('.build-wrong').forEach(wrong => {
    wrong.innerHTML = page.getElementById(wrong.id)?.innerHTML ?? '';
  });
  document.getElementById('names').innerHTML = page.getElementById('names').innerHTML;
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
  turn++;
  if (event.target.dataset.row) {
    rows.add(event.target);
  }
  clearTimeout(waiting);
  waiting = setTimeout(look, 250);
});
