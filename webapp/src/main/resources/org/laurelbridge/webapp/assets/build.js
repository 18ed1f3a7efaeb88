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

// which conditions another can come after depends on all of them
const takeOthers = page => document.querySelectorAll('select[data-others]').forEach(select => {
  const there = page.getElementById(select.id);
  if (there && select !== document.activeElement) {
    const value = select.value;
    select.innerHTML = there.innerHTML;
    select.value = [...select.options].some(option => option.value === value) ? value : there.value;
  }
});

const takeWrong = page => {
  document.querySelectorAll('.build-wrong').forEach(wrong => {
    wrong.innerHTML = page.getElementById(wrong.id)?.innerHTML ?? '';
    const field = document.getElementById(wrong.id.replace(/_wrong$/, ''));
    if (field?.hasAttribute('aria-invalid') && !wrong.textContent.trim()) {
      field.removeAttribute('aria-invalid');
    }
  });
  const here = document.getElementById('wrong');
  const there = page.getElementById('wrong');
  if (here.textContent !== there.textContent) {
    here.innerHTML = there.innerHTML;
  }
};

const look = async () => {
  const mine = ++turn;
  const body = new URLSearchParams(new FormData(form));
  body.set('do', 'look');
  const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.ok || mine !== turn || !page.getElementById('builder')) {
    return;
  }
  rows.forEach(row => takeFields(page, row));
  rows.clear();
  takeWrong(page);
  takeOthers(page);
  document.getElementById('said').innerHTML = page.getElementById('said').innerHTML;
  const text = document.getElementById('yaml');
  if (!text.dataset.typed) {
    text.value = page.getElementById('yaml').value;
  }
};

// What was not saved is asked about before one leaves, and stays in this tab until it is: after a session that ended, too.
const place = 'build:' + window.location.pathname;
const csrf = form.elements.namedItem('csrf');
let isChanged = form.dataset.changed === 'yes';

const keep = () => {
  const all = new URLSearchParams(new FormData(form));
  all.delete('csrf');
  sessionStorage.setItem(place, all.toString());
};

const change = () => {
  isChanged = true;
  keep();
};

const offer = () => {
  const left = sessionStorage.getItem(place);
  const notice = document.getElementById('left');
  if (form.dataset.saved || isChanged || !left) {
    return;
  }
  notice.hidden = false;
  notice.querySelector('[data-take]').addEventListener('click', () => {
    const again = document.createElement('form');
    again.method = 'post';
    again.action = form.action;
    const all = new URLSearchParams(left);
    all.set('csrf', csrf.value);
    all.set('do', 'look');
    all.forEach((value, name) => {
      const field = document.createElement('textarea');
      field.name = name;
      field.value = value;
      again.append(field);
    });
    again.hidden = true;
    document.body.append(again);
    again.submit();
  });
  notice.querySelector('[data-forget]').addEventListener('click', () => {
    sessionStorage.removeItem(place);
    notice.hidden = true;
    document.getElementById('title').focus();
  });
};

if (form.dataset.saved) {
  sessionStorage.removeItem(place);
  sessionStorage.removeItem(place.replace(/\/[^/]*$/, ''));
} else if (isChanged) {
  keep();
}
offer();

window.addEventListener('beforeunload', event => {
  if (isChanged) {
    event.preventDefault();
  }
});

form.addEventListener('submit', () => {
  keep();
  isChanged = false;
});

// A new badge is named for addresses by its title, until somebody names it otherwise.
const title = document.getElementById('title');
const id = document.getElementById('id');
const named = text => text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
let last = title.value;
title.addEventListener('input', () => {
  if (!id.readOnly && (id.value === '' || id.value === named(last))) {
    id.value = named(title.value);
  }
  last = title.value;
});

// Of many activities, those are shown whose titles hold what is sought.
document.querySelectorAll('.build-seek').forEach(seek => {
  seek.hidden = false;
  const input = seek.querySelector('input');
  const boxes = [...seek.parentElement.querySelectorAll('.build-pick .form-check')];
  input.addEventListener('input', () => boxes.forEach(box => {
    const isSought = box.textContent.toLowerCase().includes(input.value.trim().toLowerCase());
    box.hidden = !isSought && !box.querySelector('input').checked;
  }));
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      event.preventDefault();
    }
  });
});

form.addEventListener('input', event => {
  if (event.target.closest('.build-several') || event.target.id === 'skill') {
    return;
  }
  change();
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
