'use strict';
// Filters the map of an inventory. Without it the page shows everything.
(() => {
  const forms = [...document.querySelectorAll('.filter')];
  const names = ['text', 'kind', 'source'];
  const plain = text => text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');

  // What is searched: the names of source and table, and all that the item itself says.
  const itemsOf = sheet =>
    [...sheet.querySelectorAll('[data-item]')].map(element => {
      const source = element.closest('.source');
      const table = element.closest('.table');
      const title = part => (part ? part.querySelector('code').textContent : '') + ' ';
      return {
        element,
        source: source.dataset.source,
        kinds: (element.dataset.kinds || '').split(' '),
        text: plain(title(source) + title(table) + element.textContent),
      };
    });

  const maps = forms.map(form => ({ form, items: itemsOf(form.closest('.sheet')) }));

  const isShown = (item, wanted) =>
    (wanted.source === '' || item.source === wanted.source) &&
    (wanted.kind === '' || item.kinds.includes(wanted.kind)) &&
    wanted.words.every(word => item.text.includes(word));

  const apply = (map, wanted, active) => {
    let shown = 0;
    let all = 0;
    for (const item of map.items) {
      item.element.hidden = !isShown(item, wanted);
      if (item.element.dataset.item === 'column') {
        all++;
        shown += item.element.hidden ? 0 : 1;
      }
    }
    const sheet = map.form.closest('.sheet');
    for (const part of sheet.querySelectorAll('.table, .others')) {
      part.hidden = !part.querySelector('[data-item]:not([hidden])');
    }
    // A source that holds nothing is shown where nothing but itself is asked for.
    const alone = wanted.kind === '' && wanted.words.length === 0 ? wanted.source : '';
    for (const part of sheet.querySelectorAll('.source')) {
      const empty = !part.querySelector('[data-item]:not([hidden])');
      part.hidden = active && empty && part.dataset.source !== alone;
    }
    const output = map.form.querySelector('output');
    output.textContent = output.dataset.text.replace('{0}', shown).replace('{1}', all);
    map.form.classList.toggle('active', active);
  };

  const refresh = from => {
    const values = Object.fromEntries(names.map(name => [name, from.elements[name].value]));
    const wanted = { ...values, words: plain(values.text).split(/\s+/).filter(word => word) };
    const active = wanted.words.length > 0 || wanted.kind !== '' || wanted.source !== '';
    for (const map of maps) {
      if (map.form !== from) {
        names.forEach(name => { map.form.elements[name].value = values[name]; });
      }
      apply(map, wanted, active);
    }
  };

  for (const form of forms) {
    form.hidden = false;
    form.addEventListener('input', () => refresh(form));
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(() => refresh(form)));
  }
  if (forms.length > 0) {
    refresh(forms[0]);
  }
  addEventListener('beforeprint', () => {
    document.querySelectorAll('details').forEach(part => { part.open = true; });
  });
})();
